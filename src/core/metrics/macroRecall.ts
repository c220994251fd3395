import { macro } from './classOf/macro';
import { manyClasses } from './classOf/manyClasses';
import type { Metric } from './metric';

/** The mean of the classes’ recalls. */
export const macroRecall: Metric = {
  type: 'macro-recall',
  title: 'macro recall',
  shown: 'share',
  larger: true,
  suits: manyClasses,
  begin: (_n, _units, confusion) => ({ value: () => macro('recall', confusion) }),
};
