import type { Loss } from './loss';

/** Huber, 1964, with δ = 1, as PyTorch and Keras have it where nothing else is said. */
export const huber: Loss = {
  type: 'huber',
  title: 'Huber',
  formula: 'J = 1/(m·n_y) Σ Σⱼ h(ŷⱼ − yⱼ), h(e) = e²/2 where |e| ≤ 1, else |e| − 1/2',
  summary:
    'For predicting numbers with outliers: squares small differences and takes large ones as they are. Standardise the target.',
  encoding: 'numbers',
  suits: ['linear', 'relu', 'leaky-relu', 'tanh', 'sigmoid', 'softmax'],
  scale: (m, n) => 1 / (m * n),
  loss(A, Y, offset, n) {
    let sum = 0;
    for (let j = offset; j < offset + n; j++) {
      const size = Math.abs(A[j]! - Y[j]!);
      sum += size <= 1 ? (size * size) / 2 : size - 0.5;
    }
    return sum;
  },
  gradient(A, Y, dA, offset, n) {
    for (let j = offset; j < offset + n; j++) dA[j] = Math.max(-1, Math.min(1, A[j]! - Y[j]!));
  },
};
