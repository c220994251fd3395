import { classTally } from './classOf/classTally';
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
  begin: n => classTally(n, macro('precision')),
};
