import { metrics } from './all';
import type { Metric } from './metric';

export { metrics } from './all';
export { predictedClass } from './classOf/predictedClass';
export type { Metric } from './metric';

const byType = new Map(metrics.map(metric => [metric.type, metric]));

/** A metric by its name; an unknown one is our bug. */
export function metricOf(type: string): Metric {
  const metric = byType.get(type);
  if (!metric) throw new Error(`No metric is called ${type}.`);
  return metric;
}
