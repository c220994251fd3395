import type { Activation } from './activation';

export const relu: Activation = {
  type: 'relu',
  title: 'ReLU',
  formula: 'g(z) = max(0, z)',
  summary:
    'Its slope is 1 wherever it is active, so deep networks learn fast: the usual choice for hidden layers.',
  range: [0, Infinity],
  inPlace: true,
  poolsAlike: true,
  forward(Z, A, offset, n) {
    for (let j = offset; j < offset + n; j++) A[j] = Math.max(0, Z[j]!);
  },
  backward(Z, _A, dA, dZ, offset, n) {
    // at z = 0 the slope is taken as 0
    for (let j = offset; j < offset + n; j++) dZ[j] = Z[j]! > 0 ? dA[j]! : 0;
  },
};
