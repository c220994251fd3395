import type { MetricPoint } from '../../../src/runs/run';
import type { Series } from '../../charts/series';
import { smooth } from '../../charts/smooth';

/** The cost of each step, as it is and smoothed, and that of the test set where it was computed. */
export function costCurves(points: readonly MetricPoint[], smoothing: number): Series[] {
  const cost = series('cost', 'cost', points, point => point.cost);
  const test = series('test cost', 'test-cost', points, point => point.testCost);
  const raw = smoothing > 0 ? [{ ...cost, className: 'cost raw' }] : [];
  const shown = smoothing > 0 ? { ...cost, name: 'cost, smoothed', y: smooth(cost.y, smoothing) } : cost;
  return [...raw, shown, test].filter(({ x }) => x.length > 0);
}

/** Accuracy as a share; for numbers instead of classes, the mean absolute error. */
export function accuracyCurves(points: readonly MetricPoint[]): Series[] {
  return [
    series('train accuracy', 'train', points, point => point.trainAccuracy),
    series('test accuracy', 'test', points, point => point.testAccuracy),
  ].filter(({ x }) => x.length > 0);
}

export function errorCurves(points: readonly MetricPoint[]): Series[] {
  return [
    series('train error', 'train', points, point => point.trainError),
    series('test error', 'test', points, point => point.testError),
  ].filter(({ x }) => x.length > 0);
}

function series(
  name: string,
  className: string,
  points: readonly MetricPoint[],
  value: (point: MetricPoint) => number | undefined,
): Series {
  const x: number[] = [];
  const y: number[] = [];
  for (const point of points) {
    const number = value(point);
    if (number === undefined) continue;
    x.push(point.iteration);
    y.push(number);
  }
  return { name, className, x, y };
}
