import type { Metric } from './metric';

export const meanAbsoluteError: Metric = {
  type: 'mean-absolute-error',
  title: 'Mean absolute error',
  suits: encoding => encoding === 'numbers',
  example(A, Y, offset, n) {
    let sum = 0;
    for (let j = offset; j < offset + n; j++) sum += Math.abs(A[j]! - Y[j]!);
    return sum / n;
  },
  larger: false,
};
