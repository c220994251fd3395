import { type ScaleContinuousNumeric, type Selection, select } from 'd3';

export type Scale = ScaleContinuousNumeric<number, number>;

export interface Axes {
  /** From values to CSS pixels, of the ranges of `xRange` and `yRange`. */
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly width: number;
  readonly height: number;
  formatX(value: number): string;
  formatY(value: number): string;
}

const MARGIN = { top: 20, right: 20, bottom: 32, left: 56 };

/** Where the marks of a chart may stand, from left to right. */
export const xRange = (width: number): [number, number] => [
  MARGIN.left,
  Math.max(MARGIN.left + 1, width - MARGIN.right),
];

/** And from the bottom, where the line of x is, to the top. */
export const yRange = (height: number): [number, number] => [height - MARGIN.bottom, MARGIN.top];

/** To a tenth of a pixel. */
export const rounded = (value: number) => Math.round(value * 10) / 10;

/** Draws lines, ticks and labels of a chart into `svg`, beneath whatever marks are joined to what is given back. */
export function axes(svg: SVGSVGElement, look: Axes): Selection<SVGSVGElement, unknown, null, undefined> {
  const { x, y, width, height } = look;
  const [left, right] = xRange(width);
  const [bottom] = yRange(height);
  const root = select(svg)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`);
  root
    .selectAll('path.grid')
    .data([look.yTicks.map(tick => `M${left},${rounded(y(tick))}H${right}`).join('')])
    .join('path')
    .attr('class', 'grid')
    .attr('d', d => d);
  root
    .selectAll('path.axis')
    .data([`M${left},${bottom}H${right}`])
    .join('path')
    .attr('class', 'axis')
    .attr('d', d => d);
  root
    .selectAll('text.x')
    .data(look.xTicks)
    .join('text')
    .attr('class', 'x')
    .attr('x', tick => rounded(x(tick)))
    .attr('y', bottom + 14)
    .text(tick => look.formatX(tick));
  root
    .selectAll('text.y')
    .data(look.yTicks)
    .join('text')
    .attr('class', 'y')
    .attr('x', left - 8)
    .attr('y', tick => rounded(y(tick)))
    .attr('dy', '0.32em')
    .text(tick => look.formatY(tick));
  root
    .selectAll('text.label')
    .data([
      { text: look.xLabel, x: right, y: height - 4, anchor: 'end' },
      { text: look.yLabel, x: 4, y: 10, anchor: 'start' },
    ])
    .join('text')
    .attr('class', 'label')
    .attr('x', label => label.x)
    .attr('y', label => label.y)
    .attr('text-anchor', label => label.anchor)
    .text(label => label.text);
  return root;
}
