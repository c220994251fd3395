import { macro } from './classOf/macro';
import { manyClasses } from './classOf/manyClasses';
import type { Metric } from './metric';

/** The mean of the classes’ F1. */
export const macroF1: Metric = {
  type: 'macro-f1',
  title: 'macro F1',
  shown: 'share',
  larger: true,
  suits: manyClasses,
  begin: (_n, _units, confusion) => ({ value: () => macro('f1', confusion) }),
};
