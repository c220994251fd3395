import { line, scaleLinear, scaleLog } from 'd3';
import { counted } from '../../report/numbers.mjs';

const frame = { width: 560, height: 320, left: 56, right: 76, top: 20, bottom: 44 };

/**
 * Accuracy against the number of examples, which is on a logarithmic axis, a line for each network, as an SVG that follows the
 * page's light or dark colours.
 *
 * @param {{size: string, examples: number, mean: number}[]} points
 */
export function scalePlot(points) {
  const counts = [...new Set(points.map(({ examples }) => examples))];
  const { width, height, left, right, top, bottom } = frame;
  const x = scaleLog([counts[0], counts.at(-1)], [left, width - right]);
  const y = scaleLinear([Math.min(...points.map(({ mean }) => mean)), 1], [height - bottom, top]).nice();
  const base = height - bottom;
  const rows = y
    .ticks(6)
    .map(
      tick =>
        `<path class="grid" d="M${left} ${at(y(tick))}H${width - right}"/><text x="${left - 6}" y="${at(y(tick) + 4)}" text-anchor="end">${Math.round(100 * tick)} %</text>`,
    );
  const columns = counts.map(
    count => `<text x="${at(x(count))}" y="${base + 16}" text-anchor="middle">${counted(count)}</text>`,
  );
  const sizes = [...new Set(points.map(({ size }) => size))];
  const curves = sizes.map((size, i) => {
    const own = points.filter(point => point.size === size);
    const path = line(
      ({ examples }) => at(x(examples)),
      ({ mean }) => at(y(mean)),
    )(own);
    const dots = own.map(
      ({ examples, mean }) =>
        `<circle class="d${i}" r="3.5" cx="${at(x(examples))}" cy="${at(y(mean))}"><title>${size}, ${counted(examples)} examples: ${(100 * mean).toFixed(2)} %</title></circle>`,
    );
    const name = `<text x="${width - right + 8}" y="${at(y(own.at(-1).mean) + 4 + (i - 1) * nudge)}">${size}</text>`;
    return `<path class="s${i}" d="${path}"/>${dots.join('')}${name}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Accuracy against the number of examples, for three sizes of network">
${style}
${rows.join('')}
<path class="axis" d="M${left} ${base}H${width - right}"/>
${columns.join('')}
<text x="${at((left + width - right) / 2)}" y="${height - 8}" text-anchor="middle">training examples</text>
${curves.join('\n')}
</svg>
`;
}

/** Names of lines that end close to each other, the larger network above. */
const nudge = -7;
const at = value => Math.round(value * 10) / 10;

const style = `<style>
text { font: 11px system-ui, sans-serif; fill: #52514e; }
path { fill: none; stroke-width: 2; }
.grid { stroke: #e1e0d9; stroke-width: 1; } .axis { stroke: #c3c2b7; stroke-width: 1; }
.s0 { stroke: #2a78d6; } .s1 { stroke: #eb6834; } .s2 { stroke: #3a9a5b; }
.d0 { fill: #2a78d6; } .d1 { fill: #eb6834; } .d2 { fill: #3a9a5b; }
@media (prefers-color-scheme: dark) {
  text { fill: #c3c2b7; } .grid { stroke: #2c2c2a; } .axis { stroke: #383835; }
  .s0 { stroke: #3987e5; } .s1 { stroke: #d95926; } .s2 { stroke: #4fb573; }
  .d0 { fill: #3987e5; } .d1 { fill: #d95926; } .d2 { fill: #4fb573; }
}
</style>`;
