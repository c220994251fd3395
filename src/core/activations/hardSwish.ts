import type { Activation } from './activation';

export const hardSwish: Activation = {
  type: 'hard-swish',
  title: 'Hard Swish',
  formula: 'g(z) = z·min(max(z + 3, 0), 6) / 6',
  summary:
    'A SiLU made of straight lines and a parabola, which costs no exponential: for small, fast networks.',
  // its dip is at z = −1.5
  range: [-0.375, Infinity],
  forward(Z, A, offset, n) {
    for (let j = offset; j < offset + n; j++) {
      const z = Z[j]!;
      A[j] = z <= -3 ? 0 : z >= 3 ? z : (z * (z + 3)) / 6;
    }
  },
  backward(Z, _A, dA, dZ, offset, n) {
    for (let j = offset; j < offset + n; j++) {
      const z = Z[j]!;
      dZ[j] = z <= -3 ? 0 : z >= 3 ? dA[j]! : dA[j]! * (z / 3 + 0.5);
    }
  },
};
