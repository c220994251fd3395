import { scaleLinear, scaleLog } from 'd3';
import { axes, rounded, type Scale, xRange, yRange } from './axes';
import { decimate } from './decimate';
import type { Series } from './series';

export interface LineChart {
  /** What it shows, for a screen reader: `Cost by iteration`. */
  readonly label: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
  readonly xDomain: readonly [number, number];
  /** Of the values where absent; a value outside it is drawn on its edge. */
  readonly yDomain?: readonly [number, number];
  readonly log: boolean;
  readonly width: number;
  readonly height: number;
  formatX(value: number): string;
  formatY(value: number): string;
  /** Where the line with the values stands, as an x. */
  readonly cursor: number | undefined;
}

/** The scale from pixels to x, for whoever moves the cursor. */
export function xScale({ xDomain, width }: Pick<LineChart, 'xDomain' | 'width'>) {
  return scaleLinear(xDomain, xRange(width));
}

/** Draws curves with axes into `svg`: one path a curve, so that a frame costs little however long the run is. */
export function lineChart(svg: SVGSVGElement, chart: LineChart): void {
  const { width, height } = chart;
  const x = xScale(chart);
  const y = yScale(chart);
  const root = axes(svg, {
    ...chart,
    x,
    y,
    xTicks: x.ticks(Math.max(2, Math.floor(width / 90))).filter(Number.isInteger),
    yTicks: chart.log ? logTicks(y) : y.ticks(4),
  });
  const [bottom, top] = yRange(height);
  root
    .selectAll('path.series')
    .data(chart.series)
    .join('path')
    .attr('class', series => `series ${series.className}`)
    .attr('d', series => pathOf(series, x, y));
  root
    .selectAll('path.cursor')
    .data(chart.cursor === undefined ? [] : [chart.cursor])
    .join('path')
    .attr('class', 'cursor')
    .attr('d', at => `M${rounded(x(at))},${top - 4}V${bottom}`);
  root
    .selectAll('circle')
    .data(dots(chart))
    .join('circle')
    .attr('class', point => `point ${point.className}`)
    .attr('r', 3.5)
    .attr('cx', point => rounded(x(point.x)))
    .attr('cy', point => rounded(y(point.y)));
}

function yScale({ series, yDomain, log, height }: LineChart): Scale {
  const range = yRange(height);
  if (yDomain) return scaleLinear(yDomain, range).clamp(true);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { y } of series) {
    for (let i = 0; i < y.length; i++) {
      const value = y[i]!;
      if (!Number.isFinite(value) || (log && value <= 0)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) [low, high] = log ? [0.1, 1] : [0, 1];
  if (log) return scaleLog([low, high > low ? high : low * 10], range).nice();
  return scaleLinear([Math.min(0, low), high > 0 ? high : 1], range).nice(4);
}

/** Powers of ten, and their halves where there are few. */
function logTicks(y: Scale): number[] {
  const [low = 0, high = 1] = y.domain();
  const decades = Math.log10(high / low);
  const digits = decades < 1.5 ? [1, 2, 5] : decades < 3 ? [1, 3] : [1];
  const every = Math.max(1, Math.ceil(decades / 6));
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    if (power % every !== 0) continue;
    for (const digit of digits) {
      const tick = Number(`${digit}e${power}`);
      if (tick >= low * 0.999 && tick <= high * 1.001) ticks.push(tick);
    }
  }
  return ticks;
}

function pathOf(series: Series, x: Scale, y: Scale): string {
  const indices = decimate(series.x.length, i => Math.floor(x(series.x[i]!)), series.y);
  let path = '';
  let pen = 'M';
  for (const i of indices) {
    const value = y(series.y[i]!);
    if (Number.isFinite(value)) {
      path += `${pen}${rounded(x(series.x[i]!))},${rounded(value)}`;
      pen = 'L';
    } else pen = 'M';
  }
  return path;
}

/** The last point of each curve that isn't after the cursor; of a curve that is one point still, that one, always. */
function dots({ series, cursor }: LineChart) {
  return series.flatMap(({ x, y, className }) => {
    let i = x.length - 1;
    if (i > 0 && cursor === undefined) return [];
    while (i > 0 && x[i]! > cursor!) i--;
    const there = i >= 0 && (x.length === 1 || x[i]! <= cursor!);
    return there && Number.isFinite(y[i]!) ? [{ x: x[i]!, y: y[i]!, className }] : [];
  });
}
