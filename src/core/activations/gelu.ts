import type { Activation } from './activation';
import { upperTail } from './normal/upperTail';

const density = 1 / Math.sqrt(2 * Math.PI);

/** The exact GELU, with Φ of the normal distribution; not its approximation by a tanh. */
export const gelu: Activation = {
  type: 'gelu',
  title: 'GELU',
  formula: 'g(z) = z·Φ(z), where Φ(z) = (1 + erf(z/√2)) / 2',
  summary: 'A smooth ReLU with a small dip below zero: for transformers.',
  // its dip is at z ≈ −0.7518
  range: [-0.16997120747990366, Infinity],
  forward(Z, A, offset, n) {
    for (let j = offset; j < offset + n; j++) {
      const z = Z[j]!;
      const tail = upperTail(Math.abs(z), Math.exp(-0.5 * z * z));
      A[j] = z === -Infinity ? 0 : z < 0 ? z * tail : z * (1 - tail);
    }
  },
  backward(Z, _A, dA, dZ, offset, n) {
    for (let j = offset; j < offset + n; j++) {
      const z = Z[j]!;
      const bell = Math.exp(-0.5 * z * z);
      const tail = upperTail(Math.abs(z), bell);
      dZ[j] = dA[j]! * ((z < 0 ? tail : 1 - tail) + z * bell * density);
    }
  },
};
