import type { MetricPoint } from '../../../src/runs/run';
import { formatNumber } from '../../charts/formatNumber';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';
import { percent } from './percent';

/** The values at the cursor, or the last ones. Accuracies are those of the last evaluation up to there. */
export function readout(
  root: HTMLElement,
  points: readonly MetricPoint[],
  point: MetricPoint,
  pointing: boolean,
): void {
  root.classList.toggle('pointing', pointing);
  const known = (name: keyof MetricPoint) => {
    let i = points.length - 1;
    while (i >= 0 && (points[i]!.iteration > point.iteration || points[i]![name] === undefined)) i--;
    return points[i]?.[name];
  };
  const shares = (name: keyof MetricPoint) => {
    const value = known(name);
    return value === undefined ? undefined : percent(value);
  };
  const numbers = (name: keyof MetricPoint) => {
    const value = known(name);
    return value === undefined ? undefined : formatNumber(value);
  };
  const rows = [
    ['iteration', 'iteration', formatNumber(point.iteration)],
    ['cost', 'cost', Number.isFinite(point.cost) ? point.cost.toPrecision(6) : formatNumber(point.cost)],
    ['train', 'train accuracy', shares('trainAccuracy')],
    ['test', 'test accuracy', shares('testAccuracy')],
    ['train', 'train error', numbers('trainError')],
    ['test', 'test error', numbers('testError')],
  ].filter((row): row is [string, string, string] => row[2] !== undefined);
  joinChildren(root, 'div', rows, (box, [className, title, value]) => {
    box.className = className;
    setText(child(box, 'dt'), title);
    setText(child(box, 'dd'), value);
  });
}
