import { extent, scaleLinear } from 'd3';
import { axes, rounded, xRange, yRange } from './axes';

export interface Scatter {
  /** What it shows, for a screen reader. */
  readonly label: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Where a point would best be: where y is x, on axes of one scale, or where y is 0, in their middle. */
  readonly best: 'identity' | 'zero';
  readonly width: number;
  readonly height: number;
  format(value: number): string;
}

/**
 * Points of one path each would share one opacity, and a thousand of them look like one; so they are dealt out to so many
 * paths, which darken where they overlap.
 */
const LAYERS = 8;

/** Draws points with axes, and the line on which they would best be. */
export function scatter(svg: SVGSVGElement, look: Scatter): void {
  const { width, height, best } = look;
  const both = span([...look.x, ...look.y]);
  const reach = Math.max(...span(look.y).map(Math.abs));
  const x = scaleLinear(best === 'identity' ? both : span(look.x), xRange(width)).nice(8);
  const y = scaleLinear(best === 'identity' ? both : [-reach, reach], yRange(height)).nice(8);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', look.label);
  const root = axes(svg, {
    ...look,
    x,
    y,
    xTicks: x.ticks(Math.max(2, Math.floor(width / 80))),
    yTicks: y.ticks(4),
    formatX: look.format,
    formatY: look.format,
  });
  const [low = 0, high = 1] = x.domain();
  const ends = best === 'identity' ? [low, high] : [0, 0];
  const layers = Array.from({ length: LAYERS }, () => '');
  look.x.forEach((value, i) => {
    layers[i % LAYERS] += `M${rounded(x(value))},${rounded(y(look.y[i]!))}h0`;
  });
  root
    .selectAll('path.points')
    .data(layers)
    .join('path')
    .attr('class', 'points')
    .attr('d', d => d);
  // above them, where there are many
  root
    .selectAll('path.best')
    .data([`M${rounded(x(low))},${rounded(y(ends[0]!))}L${rounded(x(high))},${rounded(y(ends[1]!))}`])
    .join('path')
    .attr('class', 'best')
    .attr('d', d => d);
}

/** From the smallest to the largest value, and some room around where they are the same. */
function span(values: readonly number[]): [number, number] {
  const [low = 0, high = 1] = extent(values);
  if (low < high) return [low, high];
  const room = Math.abs(low) / 10 || 1;
  return [low - room, high + room];
}
