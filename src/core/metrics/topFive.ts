import { comparesClasses } from './classOf/comparesClasses';
import { predictedClass } from './classOf/predictedClass';
import type { Metric } from './metric';

/** How many classes may be named. */
const places = 5;

/** The share of the examples whose class is among the five largest outputs; of equal ones the first count as larger. */
export const topFive: Metric = {
  type: 'top-5',
  title: 'top-5 accuracy',
  shown: 'share',
  larger: true,
  suits: (loss, targets, n) => n > places && comparesClasses(loss, targets, n),
  begin(n) {
    let right = 0;
    return {
      add(A, Y, offset) {
        const truth = offset + predictedClass(Y, offset, n);
        const given = A[truth]!;
        let larger = 0;
        // put so that NaN is found nowhere
        for (let j = offset; j < truth; j++) if (!(A[j]! < given)) larger++;
        for (let j = truth + 1; j < offset + n; j++) if (!(A[j]! <= given)) larger++;
        if (larger < places) right++;
      },
      value: m => right / m,
    };
  },
};
