import type { Metric } from './metric';

export const meanAbsoluteError: Metric = {
  type: 'mean-absolute-error',
  title: 'Mean absolute error',
  suits: encoding => encoding === 'numbers',
  example(A, Y, offset, n, units) {
    let sum = 0;
    if (units) for (let j = 0; j < n; j++) sum += Math.abs(A[offset + j]! - Y[offset + j]!) * units[j]!;
    else for (let j = offset; j < offset + n; j++) sum += Math.abs(A[j]! - Y[j]!);
    return sum / n;
  },
  larger: false,
};
