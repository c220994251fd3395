import { macro } from './classOf/macro';
import { manyClasses } from './classOf/manyClasses';
import type { Metric } from './metric';

/** The mean of the classes’ precisions. */
export const macroPrecision: Metric = {
  type: 'macro-precision',
  title: 'macro precision',
  shown: 'share',
  larger: true,
  suits: manyClasses,
  begin: (_n, _units, confusion) => ({ value: () => macro('precision', confusion) }),
};
