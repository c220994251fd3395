import type { Activation } from './activation';

const slope = 0.01;

export const leakyRelu: Activation = {
  type: 'leaky-relu',
  title: 'Leaky ReLU',
  formula: 'g(z) = max(0.01·z, z)',
  summary: 'A ReLU with a slope of 0.01 below zero, so that no unit stops learning.',
  range: [-Infinity, Infinity],
  inPlace: true,
  forward(Z, A, offset, n) {
    for (let j = offset; j < offset + n; j++) A[j] = Z[j]! > 0 ? Z[j]! : slope * Z[j]!;
  },
  backward(Z, _A, dA, dZ, offset, n) {
    for (let j = offset; j < offset + n; j++) dZ[j] = Z[j]! > 0 ? dA[j]! : slope * dA[j]!;
  },
};
