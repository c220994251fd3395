import { type MetricValues, metricsIn } from '../../core/metrics';
import { metricText } from './metricText';
import { namedMetric, type TargetNames } from './namedMetric';

export interface ShownMetric {
  readonly title: string;
  readonly text: string;
  /** Why there is a dash in the place of a figure. */
  readonly why?: string;
}

/** The metrics of a data set to be read, the headline first: `accuracy`, `70.0 %`. */
export function shownMetrics(values: MetricValues | undefined, names: TargetNames = {}): ShownMetric[] {
  return metricsIn(values).map(metric => {
    const value = values![metric.type]!;
    return {
      title: namedMetric(metric, names).title,
      text: metricText(metric, value),
      ...(value === null && metric.noValue && { why: metric.noValue }),
    };
  });
}
