import type { Loss } from './loss';

export const l2: Loss = {
  type: 'l2',
  title: 'L2',
  formula: 'J = Σ (y − ŷ)²',
  summary:
    'The sum of the squared differences: large errors count most, outliers too. It grows with m, so the learning rate must shrink.',
  encoding: 'numbers',
  suits: ['linear', 'relu', 'leaky-relu', 'tanh', 'sigmoid', 'softmax'],
  scale: () => 1,
  loss(A, Y, offset, n) {
    let sum = 0;
    for (let j = offset; j < offset + n; j++) sum += (Y[j]! - A[j]!) ** 2;
    return sum;
  },
  gradient(A, Y, dA, offset, n) {
    for (let j = offset; j < offset + n; j++) dA[j] = 2 * (A[j]! - Y[j]!);
  },
};
