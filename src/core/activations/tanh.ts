import type { Activation } from './activation';

export const tanh: Activation = {
  type: 'tanh',
  title: 'Tanh',
  formula: 'tanh(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)',
  summary: 'Between −1 and 1 and centred on 0: for hidden layers of small networks.',
  range: [-1, 1],
  inPlace: true,
  forward(Z, A, offset, n) {
    for (let j = offset; j < offset + n; j++) A[j] = Math.tanh(Z[j]!);
  },
  backward(_Z, A, dA, dZ, offset, n) {
    // 1 − a² as (1 − a)(1 + a), which keeps its digits where a is near ±1
    for (let j = offset; j < offset + n; j++) dZ[j] = dA[j]! * ((1 - A[j]!) * (1 + A[j]!));
  },
};
