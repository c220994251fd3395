import type { Activation } from './activation';

export const linear: Activation = {
  type: 'linear',
  title: 'Linear',
  formula: 'g(z) = z',
  summary: 'Leaves Z as it is: the output of a network that predicts a number.',
  range: [-Infinity, Infinity],
  inPlace: true,
  identity: true,
  forward(Z, A, offset, n) {
    for (let j = offset; j < offset + n; j++) A[j] = Z[j]!;
  },
  backward(_Z, _A, dA, dZ, offset, n) {
    for (let j = offset; j < offset + n; j++) dZ[j] = dA[j]!;
  },
};
