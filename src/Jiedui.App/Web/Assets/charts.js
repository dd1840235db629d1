// Draws each <div class="chart" data-option="…"> with ECharts. Colours come from the page's CSS variables, so that the dark theme and print need nothing here.
import { init, use } from "echarts/core";
import { BarChart, LineChart, SankeyChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, LineChart, SankeyChart, AriaComponent, GridComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

const style = () => getComputedStyle(document.documentElement);

// "var(--giver)" anywhere in an option stands for the variable's value; canvas knows no variables.
function resolve(value, css) {
  if (typeof value === "string") {
    const match = /^var\((--[\w-]+)\)$/.exec(value);
    return match ? css.getPropertyValue(match[1]).trim() : value;
  }
  if (Array.isArray(value)) return value.map(one => resolve(one, css));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(one, css)]));
  return value;
}

function draw(place) {
  const css = style();
  const { narrow, ...option } = resolve(JSON.parse(place.dataset.option), css);
  // What an option says of narrow screens goes over its first series.
  if (narrow && place.clientWidth < 520) Object.assign(option.series[0], narrow);
  const chart = place.chart ?? (place.chart = init(place, null, { renderer: "canvas" }));
  chart.setOption({
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 300,
    textStyle: { fontFamily: css.getPropertyValue("--type").trim(), color: css.getPropertyValue("--ink").trim() },
    ...option,
    // Rich text instead of HTML: the page's security policy forbids inline styles, and no record's words become markup.
    tooltip: { renderMode: "richText", confine: true, ...option.tooltip },
  }, true);
}

function drawAll() {
  for (const place of document.querySelectorAll(".chart[data-option]")) draw(place);
}

drawAll();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
new ResizeObserver(entries => {
  for (const { target } of entries) target.chart?.resize();
}).observe(document.body);
for (const place of document.querySelectorAll(".chart")) new ResizeObserver(() => place.chart?.resize()).observe(place);
