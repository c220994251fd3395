import { accuracyText } from '../../../src/runs/figures/accuracyText';
import { costText } from '../../../src/runs/figures/costText';
import { numberText } from '../../../src/runs/figures/numberText';
import type { MetricPoint } from '../../../src/runs/run';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';

/** The values at the cursor, or the last ones. Accuracies are those of the last evaluation up to there, and say so. */
export function readout(
  root: HTMLElement,
  points: readonly MetricPoint[],
  point: MetricPoint,
  pointing: boolean,
): void {
  root.classList.toggle('pointing', pointing);
  const at = (iteration: number) => `at iteration ${numberText(iteration)}`;
  const rows: Row[] = [
    { className: 'cost', title: `cost ${at(point.iteration)}`, value: costText(point.cost) },
  ];
  for (const { name, className, title, format } of measures) {
    const last = lastMeasured(points, point, name);
    if (!last) continue;
    const since = last.iteration === point.iteration ? '' : at(last.iteration);
    rows.push({ className, title, value: format(last[name]!), since });
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

const measures = [
  { name: 'trainAccuracy', className: 'train', title: 'train accuracy', format: accuracyText },
  { name: 'testAccuracy', className: 'test', title: 'test accuracy', format: accuracyText },
  { name: 'trainError', className: 'train', title: 'train error', format: numberText },
  { name: 'testError', className: 'test', title: 'test error', format: numberText },
] as const;

/** The last point up to `point` that a measure was taken at. */
export function lastMeasured(
  points: readonly MetricPoint[],
  point: MetricPoint,
  name: keyof MetricPoint,
): MetricPoint | undefined {
  let i = points.length - 1;
  while (i >= 0 && (points[i]!.iteration > point.iteration || points[i]![name] === undefined)) i--;
  return points[i];
}
