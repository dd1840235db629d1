// Draws results.svg from results.tsv (topic, curve, size, microseconds for one). Run by the bench.
import { readFileSync, writeFileSync } from 'node:fs';
import * as echarts from '../src/Jiedui.App/Web/Assets/node_modules/echarts/dist/echarts.esm.mjs';

const here = (name) => new URL(name, import.meta.url);
const curves = new Map();
for (const line of readFileSync(here('results.tsv'), 'utf8').split('\n').filter(Boolean)) {
  const [topic, name, size, cost] = line.split('\t');
  const curve = `${topic}: ${name}`;
  curves.set(curve, [...(curves.get(curve) ?? []), [Number(size), Number(cost)]]);
}
const power = (name) => ({ type: 'log', name, nameLocation: 'middle', nameGap: 44, axisLabel: { formatter: (value) => value.toLocaleString('en') }, minorSplitLine: { show: false } });
const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 960, height: 620 });
chart.setOption({
  animation: false,
  textStyle: { fontFamily: 'system-ui, sans-serif' },
  color: ['#a8362a', '#17696f', '#b7791f', '#5b6470', '#2f6b3a', '#1d2129', '#7a4b8c', '#9b1c1c', '#3b6ea5'],
  title: { text: 'What one costs, against how many there are (a level line is linear)', left: 'center', textStyle: { fontSize: 15 } },
  legend: { bottom: 0, type: 'plain' },
  grid: { left: 80, right: 30, top: 48, bottom: 150 },
  xAxis: power('how many'),
  yAxis: power('microseconds for one'),
  series: [...curves].map(([name, data]) => ({ name, type: 'line', symbolSize: 7, data: data.sort((a, b) => a[0] - b[0]) })),
});
writeFileSync(here('results.svg'), chart.renderToSVGString() + '\n');
chart.dispose();
