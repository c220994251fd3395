import type { Activation } from './activation';

export const elu: Activation = {
  type: 'elu',
  title: 'ELU',
  formula: 'g(z) = z if z > 0, else eᶻ − 1',
  summary: 'A ReLU that goes smoothly to −1 below zero, so that its values are nearer to 0 on average.',
  range: [-1, Infinity],
  inPlace: true,
  forward(Z, A, offset, n) {
    for (let j = offset; j < offset + n; j++) A[j] = Z[j]! > 0 ? Z[j]! : Math.expm1(Z[j]!);
  },
  backward(Z, A, dA, dZ, offset, n) {
    // below zero the slope eᶻ is a + 1
    for (let j = offset; j < offset + n; j++) dZ[j] = Z[j]! > 0 ? dA[j]! : dA[j]! * (A[j]! + 1);
  },
};
