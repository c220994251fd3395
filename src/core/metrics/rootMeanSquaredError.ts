import { comparesClasses } from './classOf/comparesClasses';
import type { Metric } from './metric';

/**
 * √(Σ (ŷ − y)² / m) in the units of the targets, of several outputs the mean of theirs, as scikit-learn's
 * `root_mean_squared_error`.
 */
export const rootMeanSquaredError: Metric = {
  type: 'root-mean-squared-error',
  title: 'root mean squared error',
  shown: 'amount',
  larger: false,
  suits: (loss, targets, n) => !comparesClasses(loss, targets, n),
  begin(n, units) {
    const squares = new Float64Array(n);
    return {
      add(A, Y, offset) {
        for (let j = 0; j < n; j++) squares[j]! += (A[offset + j]! - Y[offset + j]!) ** 2;
      },
      value(m) {
        let sum = 0;
        for (let j = 0; j < n; j++) sum += Math.sqrt(squares[j]! / m) * (units?.[j] ?? 1);
        return sum / n;
      },
    };
  },
};
