import type { Loss } from './loss';

export const l1: Loss = {
  type: 'l1',
  title: 'L1',
  formula: 'J = Σ |y − ŷ|',
  summary:
    'The sum of the absolute differences: outliers count little. It grows with m, so the learning rate must shrink.',
  encoding: 'numbers',
  suits: ['linear', 'relu', 'leaky-relu', 'tanh', 'sigmoid', 'softmax'],
  scale: () => 1,
  loss(A, Y, offset, n) {
    let sum = 0;
    for (let j = offset; j < offset + n; j++) sum += Math.abs(Y[j]! - A[j]!);
    return sum;
  },
  gradient(A, Y, dA, offset, n) {
    for (let j = offset; j < offset + n; j++) dA[j] = Math.sign(A[j]! - Y[j]!);
  },
};
