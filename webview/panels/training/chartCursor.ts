import type { Metric } from '../../../src/core/metrics';
import { costText } from '../../../src/runs/figures/costText';
import { metricText } from '../../../src/runs/figures/metricText';
import type { MetricPoint } from '../../../src/runs/run';
import { type LineChart, xScale } from '../../charts/lineChart';

export interface ChartCursor {
  /** The iterations that have a point. */
  readonly iterations: readonly number[];
  /** Which of them the cursor is at; the last where it is nowhere. */
  readonly index: number;
  readonly point: MetricPoint;
  /** The metric that is told besides the cost. */
  readonly metric: Metric | undefined;
  move(iteration: number | undefined): void;
}

/** Moves by mouse and by key: a slider over the points, whose value is read out. */
export function chartCursor(svg: SVGSVGElement, look: LineChart, cursor: ChartCursor): void {
  const { iterations, index: at, point, metric, move: to } = cursor;
  svg.tabIndex = 0;
  svg.setAttribute('role', 'slider');
  svg.setAttribute('aria-label', look.label);
  svg.setAttribute('aria-valuemin', String(look.xDomain[0]));
  svg.setAttribute('aria-valuemax', String(look.xDomain[1]));
  svg.setAttribute('aria-valuenow', String(point.iteration));
  svg.setAttribute('aria-valuetext', spoken(point, metric));
  svg.onpointermove = event => {
    const { left } = svg.getBoundingClientRect();
    to(xScale(look).invert(event.clientX - left));
  };
  svg.onpointerleave = () => to(undefined);
  svg.onblur = () => to(undefined);
  svg.onkeydown = event => {
    const far = event.shiftKey ? 10 : 1;
    const next: Record<string, number> = {
      ArrowLeft: at - far,
      ArrowDown: at - far,
      ArrowRight: at + far,
      ArrowUp: at + far,
      PageDown: at - 100,
      PageUp: at + 100,
      Home: 0,
      End: iterations.length - 1,
    };
    if (event.key === 'Escape') return to(undefined);
    const chosen = next[event.key];
    if (chosen === undefined) return;
    event.preventDefault();
    to(iterations[Math.min(iterations.length - 1, Math.max(0, chosen))]);
  };
}

function spoken(point: MetricPoint, metric: Metric | undefined): string {
  const parts = [`iteration ${point.iteration}`, `cost ${costText(point.cost)}`];
  for (const set of ['train', 'test'] as const) {
    const value = metric && point[set]?.[metric.type];
    if (value !== undefined) parts.push(`${set} ${metric!.title} ${metricText(metric!, value)}`);
  }
  return parts.join(', ');
}
