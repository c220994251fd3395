import type { Activation } from './activation';
import { sigmoid } from './sigmoid';

export const softplus: Activation = {
  type: 'softplus',
  title: 'Softplus',
  formula: 'g(z) = ln(1 + eᶻ)',
  summary: 'A smooth ReLU that is always positive: for outputs such as a variance.',
  range: [0, Infinity],
  forward(Z, A, offset, n) {
    // eᶻ of a large z would overflow
    for (let j = offset; j < offset + n; j++) {
      A[j] = Math.max(Z[j]!, 0) + Math.log1p(Math.exp(-Math.abs(Z[j]!)));
    }
  },
  backward(Z, _A, dA, dZ, offset, n) {
    sigmoid.forward(Z, dZ, offset, n);
    for (let j = offset; j < offset + n; j++) dZ[j]! *= dA[j]!;
  },
};
