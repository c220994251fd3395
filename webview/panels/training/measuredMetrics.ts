import { type Metric, metricsIn } from '../../../src/core/metrics';
import type { MetricPoint } from '../../../src/runs/run';

/** The metrics that the newest points have, the headline first. */
export function measuredMetrics(points: readonly MetricPoint[]): readonly Metric[] {
  const last = points.findLast(({ train }) => train !== undefined);
  return metricsIn(last?.train, last?.test);
}

/** The one of them that is shown: what a person chose, where it is there. */
export function shownMetric(points: readonly MetricPoint[], chosen: string | undefined): Metric | undefined {
  const there = measuredMetrics(points);
  return there.find(({ type }) => type === chosen) ?? there[0];
}
