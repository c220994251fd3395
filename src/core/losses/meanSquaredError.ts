import type { Loss } from './loss';

export const meanSquaredError: Loss = {
  type: 'mean-squared-error',
  title: 'Mean squared error',
  formula: 'J = 1/(m·n_y) Σ Σⱼ (ŷⱼ − yⱼ)²',
  summary: 'For predicting numbers: the mean of the squared differences.',
  encoding: 'numbers',
  suits: ['linear', 'relu', 'leaky-relu', 'tanh', 'sigmoid', 'softmax'],
  scale: (m, n) => 1 / (m * n),
  loss(A, Y, offset, n) {
    let sum = 0;
    for (let j = offset; j < offset + n; j++) sum += (A[j]! - Y[j]!) ** 2;
    return sum;
  },
  gradient(A, Y, dA, offset, n) {
    for (let j = offset; j < offset + n; j++) dA[j] = 2 * (A[j]! - Y[j]!);
  },
};
