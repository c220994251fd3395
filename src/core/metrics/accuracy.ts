import { comparesClasses } from './classOf/comparesClasses';
import { predictedClass } from './classOf/predictedClass';
import type { Metric } from './metric';

/** The share of the examples whose class is predicted. */
export const accuracy: Metric = {
  type: 'accuracy',
  title: 'accuracy',
  shown: 'share',
  larger: true,
  headline: true,
  suits: comparesClasses,
  begin(n) {
    let right = 0;
    return {
      add(A, Y, offset) {
        if (predictedClass(A, offset, n) === predictedClass(Y, offset, n)) right++;
      },
      value: m => right / m,
    };
  },
};
