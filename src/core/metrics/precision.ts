import { scoresByClass } from './classOf/classScores';
import { twoClasses } from './classOf/twoClasses';
import type { Metric } from './metric';

/** Of the examples predicted to be of the positive class, the share that is. */
export const precision: Metric = {
  type: 'precision',
  title: 'precision',
  shown: 'share',
  larger: true,
  ofPositive: true,
  noValue:
    'Precision has no value where no example is predicted to be of the class: none of the predictions can be right.',
  suits: twoClasses,
  begin: (_n, _units, confusion) => ({ value: () => scoresByClass(confusion)[1]!.precision }),
};
