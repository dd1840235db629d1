// Passkeys (WebAuthn): the browser asks its authenticator, the server checks. Only where the browser can, and the address is a name and safe.

const can = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.isSecureContext && !/^[\d.]+$|^\[/.test(location.hostname);

const ask = {
  use: options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  add: options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !can;
  const alert = form.querySelector("[role=alert]");
  form.addEventListener("submit", async event => {
    event.preventDefault();
    alert.hidden = true;
    try {
      const token = new URLSearchParams();
      token.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
      const answer = await fetch(form.dataset.options, { method: "POST", body: token });
      if (!answer.ok) throw new Error(answer.statusText);
      const credential = await ask[form.dataset.passkey](await answer.json());
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      alert.textContent = form.dataset.failed;
      alert.hidden = false;
    }
  });
}

for (const note of document.querySelectorAll("[data-no-passkeys]")) note.hidden = Boolean(can);
