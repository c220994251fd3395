import type { Metric } from '../../../src/core/metrics';
import { bestText } from '../../../src/runs/bestInUse';
import { costText } from '../../../src/runs/figures/costText';
import { metricText } from '../../../src/runs/figures/metricText';
import { numberText } from '../../../src/runs/figures/numberText';
import type { MetricPoint } from '../../../src/runs/run';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';

/** The values at the cursor; else those of the best weights, where they are in use, or the last ones. A metric is that of the last evaluation up to there, and says so. */
export function readout(
  root: HTMLElement,
  points: readonly MetricPoint[],
  point: MetricPoint,
  metric: Metric | undefined,
  which: 'pointed' | 'best' | 'last',
): void {
  root.classList.toggle('pointing', which === 'pointed');
  const at = (iteration: number) => `at iteration ${numberText(iteration)}`;
  const best = which === 'best' ? bestText(point) : undefined;
  const title = best ? `cost, ${best}` : `cost ${at(point.iteration)}`;
  const rows: Row[] = [{ className: 'cost', title, value: costText(point.cost) }];
  if (point.learningRate !== undefined) {
    const value = numberText(Number(point.learningRate.toPrecision(4)));
    rows.push({ className: 'rate', title: 'learning rate', value });
  }
  for (const set of metric ? sets : []) {
    const { type, title } = metric!;
    const last = point[set]?.[type] === undefined ? lastMeasured(points, point, set, type) : point;
    if (!last) continue;
    rows.push({
      className: set,
      title: `${set} ${title}`,
      value: metricText(metric!, last[set]![type]!),
      since: last.iteration === point.iteration ? (best ?? '') : at(last.iteration),
    });
  }
  joinChildren(root, 'div', rows, (box, { className, title, value, since }) => {
    box.className = className;
    setText(child(box, 'dt'), title);
    const line = child(box, 'dd');
    setText(child(line, 'span.value'), value);
    // its room is kept where it says nothing, so that the charts below stay where they are
    setText(child(line, 'span.since'), since ?? '').hidden = since === undefined;
  });
}

interface Row {
  readonly className: string;
  readonly title: string;
  readonly value: string;
  /** Of which iteration, where the value is an older one; empty where it could be, but isn't now. */
  readonly since?: string;
}

const sets = ['train', 'test'] as const;

/** The last point up to `point` at which a metric was measured. */
export function lastMeasured(
  points: readonly MetricPoint[],
  point: MetricPoint,
  set: 'train' | 'test',
  type: string,
): MetricPoint | undefined {
  let i = points.length - 1;
  while (i >= 0 && (points[i]!.iteration > point.iteration || points[i]![set]?.[type] === undefined)) i--;
  return points[i];
}
