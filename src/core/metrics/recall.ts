import { scoresByClass } from './classOf/classScores';
import { twoClasses } from './classOf/twoClasses';
import type { Metric } from './metric';

/** Of the examples of the positive class, the share that is predicted to be. */
export const recall: Metric = {
  type: 'recall',
  title: 'recall',
  shown: 'share',
  larger: true,
  ofPositive: true,
  noValue: 'Recall has no value where no example is of the class: there is none to be found.',
  suits: twoClasses,
  begin: (_n, _units, confusion) => ({ value: () => scoresByClass(confusion)[1]!.recall }),
};
