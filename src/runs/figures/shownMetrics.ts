import { type MetricValues, metricsIn } from '../../core/metrics';
import { metricText } from './metricText';

export interface ShownMetric {
  readonly title: string;
  readonly text: string;
}

/** The metrics of a data set to be read, the headline first: `accuracy`, `70.0 %`. */
export function shownMetrics(values: MetricValues | undefined): ShownMetric[] {
  return metricsIn(values).map(metric => ({
    title: metric.title,
    text: metricText(metric, values![metric.type]!),
  }));
}
