import { line, scaleLog } from 'd3';
import { counted, threeDigits } from '../../report/numbers.mjs';

const panel = { width: 280, height: 220, left: 52, right: 14, top: 34, bottom: 40 };
const legendHeight = 26;

/**
 * Three panels side by side, both axes logarithmic, a line for each runner, as an SVG that follows the page's light or
 * dark colours.
 *
 * @param {{of: string, points: {size: number, seconds: number[]}[]}[]} panels
 * @param {string[]} names of the runners, in the order of `seconds`
 */
export function growthPlot(panels, names) {
  const width = panels.length * panel.width;
  const height = panel.height + legendHeight;
  const all = panels.flatMap(({ points }) => points.flatMap(({ seconds }) => seconds));
  const y = scaleLog()
    .domain([Math.min(...all), Math.max(...all)])
    .nice()
    .range([panel.height - panel.bottom, panel.top]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="How time grows with examples, width and depth">
${style}
${legend(names)}
${panels.map((each, i) => drawPanel(each, names, y, i * panel.width)).join('\n')}
</svg>
`;
}

const style = `<style>
text { font: 11px system-ui, sans-serif; fill: #52514e; }
.title { font-weight: 600; fill: #0b0b0b; }
.grid { stroke: #e1e0d9; }
.axis { stroke: #c3c2b7; }
path { fill: none; stroke-width: 2; }
.s0 { stroke: #2a78d6; } .s1 { stroke: #eb6834; }
.d0 { fill: #2a78d6; } .d1 { fill: #eb6834; }
@media (prefers-color-scheme: dark) {
  text { fill: #c3c2b7; } .title { fill: #ffffff; } .grid { stroke: #2c2c2a; } .axis { stroke: #383835; }
  .s0 { stroke: #3987e5; } .s1 { stroke: #d95926; } .d0 { fill: #3987e5; } .d1 { fill: #d95926; }
}
</style>`;

function legend(names) {
  return names
    .map(
      (name, i) =>
        `<g transform="translate(${panel.left + i * 110} 14)"><path class="s${i}" d="M0 0H18"/><text x="24" y="4">${name}</text></g>`,
    )
    .join('\n');
}

function drawPanel({ of, points }, names, y, left) {
  const x = scaleLog([points[0].size, points.at(-1).size], [panel.left, panel.width - panel.right]);
  const bottom = panel.height - panel.bottom;
  const powers = y.ticks().filter(tick => Number.isInteger(Math.round(Math.log10(tick) * 1e6) / 1e6));
  const rows = powers.map(
    tick =>
      `<path class="grid" style="stroke-width:1" d="M${panel.left} ${at(y(tick))}H${panel.width - panel.right}"/><text x="${panel.left - 6}" y="${at(y(tick) + 4)}" text-anchor="end">${seconds(tick)}</text>`,
  );
  const columns = points.map(
    ({ size }) => `<text x="${at(x(size))}" y="${bottom + 16}" text-anchor="middle">${short(size)}</text>`,
  );
  const curves = names.map((_, i) => {
    const path = line(
      point => at(x(point.size)),
      point => at(y(point.seconds[i])),
    )(points);
    const dots = points.map(
      point =>
        `<circle class="d${i}" r="3.5" cx="${at(x(point.size))}" cy="${at(y(point.seconds[i]))}"><title>${names[i]}, ${of} ${counted(point.size)}: ${threeDigits(point.seconds[i])} s</title></circle>`,
    );
    return `<path class="s${i}" d="${path}"/>${dots.join('')}`;
  });
  return `<g transform="translate(${left} ${legendHeight})">
<text class="title" x="${panel.left}" y="${panel.top - 14}">${of}</text>
${rows.join('')}
<path class="axis" style="stroke-width:1" d="M${panel.left} ${bottom}H${panel.width - panel.right}"/>
${columns.join('')}
${curves.join('\n')}
</g>`;
}

const at = value => Math.round(value * 10) / 10;
const seconds = value => (value < 1 ? `${Math.round(value * 1000)} ms` : `${value} s`);
const short = size => (size >= 1024 ? `${size / 1024}k` : `${size}`);
