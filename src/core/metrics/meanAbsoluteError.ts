import { comparesClasses } from './classOf/comparesClasses';
import type { Metric } from './metric';

/** Σ |ŷ − y| / (m · n), in the units of the targets. */
export const meanAbsoluteError: Metric = {
  type: 'mean-absolute-error',
  title: 'mean absolute error',
  shown: 'amount',
  larger: false,
  suits: (loss, targets, n) => !comparesClasses(loss, targets, n),
  begin(n, units) {
    let total = 0;
    return {
      add(A, Y, offset) {
        let sum = 0;
        if (units) for (let j = 0; j < n; j++) sum += Math.abs(A[offset + j]! - Y[offset + j]!) * units[j]!;
        else for (let j = offset; j < offset + n; j++) sum += Math.abs(A[j]! - Y[j]!);
        total += sum / n;
      },
      value: m => total / m,
    };
  },
};
