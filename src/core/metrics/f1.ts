import { scoresByClass } from './classOf/classScores';
import { twoClasses } from './classOf/twoClasses';
import type { Metric } from './metric';

/** The harmonic mean of precision and recall of the positive class. */
export const f1: Metric = {
  type: 'f1',
  title: 'F1',
  shown: 'share',
  larger: true,
  ofPositive: true,
  noValue: 'F1 has no value where no example is of the class, nor predicted to be.',
  suits: twoClasses,
  begin: (_n, _units, confusion) => ({ value: () => scoresByClass(confusion)[1]!.f1 }),
};
