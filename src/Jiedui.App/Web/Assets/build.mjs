// Bundles what the pages need into wwwroot/lib: Tabler's style sheet as it is, and the few ECharts parts that charts.js uses.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const lib = new URL("../../wwwroot/lib/", import.meta.url);
mkdirSync(lib, { recursive: true });

const tabler = readFileSync("node_modules/@tabler/core/dist/css/tabler.min.css", "utf8");
writeFileSync(new URL("tabler.min.css", lib), tabler.replace(/\/\*# sourceMappingURL=.*\*\/\s*$/, ""));

await build({
  entryPoints: ["charts.js"],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2019",
  legalComments: "none",
  outfile: new URL("charts.js", lib).pathname,
});
copyFileSync("node_modules/echarts/LICENSE", new URL("echarts.LICENSE.txt", lib));
