import type { Metric } from '../../../src/core/metrics';
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

/** A metric over the training set and the test set, where it was measured and has a value. */
export function metricCurves(points: readonly MetricPoint[], { type, title }: Metric): Series[] {
  return [
    series(`train ${title}`, 'train', points, point => point.train?.[type]),
    series(`test ${title}`, 'test', points, point => point.test?.[type]),
  ].filter(({ x }) => x.length > 0);
}

function series(
  name: string,
  className: string,
  points: readonly MetricPoint[],
  value: (point: MetricPoint) => number | null | undefined,
): Series {
  const x: number[] = [];
  const y: number[] = [];
  for (const point of points) {
    const number = value(point);
    if (number === undefined || number === null) continue;
    x.push(point.iteration);
    y.push(number);
  }
  return { name, className, x, y };
}
