import type { Metric } from '../../core/metrics';
import { numberText } from './numberText';
import { shareText } from './shareText';

/** The figure of a metric to be read: `70.0 %`, `0.9134`; a dash where it has no value. */
export function metricText({ shown }: Metric, value: number | null): string {
  if (value === null || Number.isNaN(value)) return '–';
  return shown === 'share' ? shareText(value) : numberText(value);
}
