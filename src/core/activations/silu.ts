import type { Activation } from './activation';
import { sigmoid } from './sigmoid';

export const silu: Activation = {
  type: 'silu',
  title: 'SiLU',
  formula: 'g(z) = z·σ(z)',
  summary: 'A smooth ReLU with a dip below zero, also called swish: for deep convolutional networks.',
  // its dip is at z ≈ −1.278
  range: [-0.278464542761074, Infinity],
  forward(Z, A, offset, n) {
    sigmoid.forward(Z, A, offset, n);
    for (let j = offset; j < offset + n; j++) A[j] = Z[j]! === -Infinity ? 0 : A[j]! * Z[j]!;
  },
  backward(Z, _A, dA, dZ, offset, n) {
    sigmoid.forward(Z, dZ, offset, n);
    for (let j = offset; j < offset + n; j++) {
      const s = dZ[j]!;
      dZ[j] = dA[j]! * (s * (1 + Z[j]! * (1 - s)));
    }
  },
};
