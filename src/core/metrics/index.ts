import type { Loss } from '../losses/loss';
import { metrics } from './all';
import type { ComparedTargets, Metric, MetricValues } from './metric';

export { metrics } from './all';
export { type ClassScores, scoresByClass } from './classOf/classScores';
export { comparesClasses } from './classOf/comparesClasses';
export { type Confusion, ConfusionCount } from './classOf/confusion';
export { predictedClass } from './classOf/predictedClass';
export type { ComparedTargets, Metric, MetricValues, Tally } from './metric';

/** The metrics that say something of n outputs that are trained with `loss` on such targets. */
export function metricsFor(loss: Loss, targets: ComparedTargets, n: number): readonly Metric[] {
  return metrics.filter(metric => metric.suits(loss, targets, n));
}

/**
 * The metrics that `values` have a figure of, or null for one, the headline first. Names that no metric has, as a newer
 * version may write them, are passed over.
 */
export function metricsIn(...values: readonly (MetricValues | undefined)[]): readonly Metric[] {
  const there = metrics.filter(({ type }) => values.some(each => each && Object.hasOwn(each, type)));
  return [...there.filter(({ headline }) => headline), ...there.filter(({ headline }) => !headline)];
}
