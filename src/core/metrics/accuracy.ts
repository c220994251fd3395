import { comparesClasses } from './classOf/comparesClasses';
import type { Metric } from './metric';

/** The share of the examples whose class is predicted. */
export const accuracy: Metric = {
  type: 'accuracy',
  title: 'accuracy',
  shown: 'share',
  larger: true,
  headline: true,
  suits: comparesClasses,
  begin: (_n, _units, confusion) => ({
    value: m => confusion.reduce((right, row, k) => right + row[k]!, 0) / m,
  }),
};
