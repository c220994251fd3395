import type { Activation } from './activation';

export const relu6: Activation = {
  type: 'relu6',
  title: 'ReLU6',
  formula: 'g(z) = min(max(0, z), 6)',
  summary:
    'A ReLU that stops at 6, so that its values stay small: for networks that are to run on phones, such as MobileNet.',
  range: [0, 6],
  inPlace: true,
  poolsAlike: true,
  forward(Z, A, offset, n) {
    for (let j = offset; j < offset + n; j++) A[j] = Math.min(Math.max(0, Z[j]!), 6);
  },
  backward(Z, _A, dA, dZ, offset, n) {
    // at the corners the slope is taken as 0
    for (let j = offset; j < offset + n; j++) dZ[j] = Z[j]! > 0 && Z[j]! < 6 ? dA[j]! : 0;
  },
};
