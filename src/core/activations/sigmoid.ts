import type { Activation } from './activation';

export const sigmoid: Activation = {
  type: 'sigmoid',
  title: 'Sigmoid',
  formula: 'σ(z) = 1 / (1 + e⁻ᶻ)',
  summary: 'Between 0 and 1: the probability of one class, at the output of a binary classifier.',
  range: [0, 1],
  inPlace: true,
  forward(Z, A, offset, n) {
    // e⁻ᶻ overflows to infinity for very negative z, and 1/∞ is the right 0
    for (let j = offset; j < offset + n; j++) A[j] = 1 / (1 + Math.exp(-Z[j]!));
  },
  backward(_Z, A, dA, dZ, offset, n) {
    for (let j = offset; j < offset + n; j++) dZ[j] = dA[j]! * A[j]! * (1 - A[j]!);
  },
};
