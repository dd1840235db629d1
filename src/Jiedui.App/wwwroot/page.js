// The little that pages do in the browser. Every page works without it.

// An import that is under way says how far it is, and shows its result when it is there.
for (const place of document.querySelectorAll("[data-status]")) {
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.status, { headers: { accept: "application/json" } });
      const { state, told } = await answer.json();
      if (state !== place.dataset.state) return location.reload();
      place.querySelector("[data-told]").textContent = told;
    } catch {
      // A lost line: ask again.
    }
    setTimeout(ask, 700);
  };
  setTimeout(ask, 400);
}

// Files over the limit are told before they are sent: a server that refuses half-way breaks the line, and the browser then says only that.
for (const form of document.querySelectorAll("form[data-largest]")) {
  form.addEventListener("submit", event => {
    const size = [...form.querySelector("[type=file]").files].reduce((sum, file) => sum + file.size, 0);
    const told = document.getElementById("too-large");
    told.hidden = size <= Number(form.dataset.largest);
    if (told.hidden) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    told.scrollIntoView({ block: "center" });
  });
}

// A button that was pressed says so, and cannot be pressed twice.
for (const button of document.querySelectorAll("button[data-busy]")) {
  button.form?.addEventListener("submit", () => {
    button.textContent = button.dataset.busy;
    setTimeout(() => { button.disabled = true; });
  });
}

// Back from the next page, buttons are as they were.
addEventListener("pageshow", event => { if (event.persisted) location.reload(); });

// One menu is open at a time; Escape or a click elsewhere closes it.
const menus = () => document.querySelectorAll("details.menu[open]");
addEventListener("click", event => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});
addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A figure in a report's preview opens its trace in the whole window.
for (const frame of document.querySelectorAll("iframe.report-frame")) {
  const lead = () => {
    for (const link of frame.contentDocument?.querySelectorAll("a[href]:not([href^='#'])") ?? []) link.target = "_top";
  };
  frame.addEventListener("load", lead);
  lead();
}
