import { accuracyText } from '../../../src/runs/figures/accuracyText';
import { costText } from '../../../src/runs/figures/costText';
import type { MetricPoint } from '../../../src/runs/run';
import { type LineChart, xScale } from '../../charts/lineChart';

export interface ChartCursor {
  /** The iterations that have a point. */
  readonly iterations: readonly number[];
  /** Which of them the cursor is at; the last where it is nowhere. */
  readonly index: number;
  readonly point: MetricPoint;
  move(iteration: number | undefined): void;
}

/** Moves by mouse and by key: a slider over the points, whose value is read out. */
export function chartCursor(svg: SVGSVGElement, look: LineChart, cursor: ChartCursor): void {
  const { iterations, index: at, point, move: to } = cursor;
  svg.tabIndex = 0;
  svg.setAttribute('role', 'slider');
  svg.setAttribute('aria-label', look.label);
  svg.setAttribute('aria-valuemin', String(look.xDomain[0]));
  svg.setAttribute('aria-valuemax', String(look.xDomain[1]));
  svg.setAttribute('aria-valuenow', String(point.iteration));
  svg.setAttribute('aria-valuetext', spoken(point));
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

function spoken({ iteration, cost, trainAccuracy, testAccuracy }: MetricPoint): string {
  const parts = [`iteration ${iteration}`, `cost ${costText(cost)}`];
  if (trainAccuracy !== undefined) parts.push(`train accuracy ${accuracyText(trainAccuracy)}`);
  if (testAccuracy !== undefined) parts.push(`test accuracy ${accuracyText(testAccuracy)}`);
  return parts.join(', ');
}
