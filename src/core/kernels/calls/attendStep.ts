import { innerProduct } from '../attention';
import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';

/**
 * What `attend` gives of the k steps from `at` on, each seeing itself and those before it: Q, K, V and C (k·width, 1) hold these steps
 * alone. keptK and keptV (T, width) hold the steps before, and these afterwards; P (T, 1) is room for the weights of a step.
 */
export const attendStep: CallDefinition<
  [
    Q: Batch,
    K: Batch,
    V: Batch,
    heads: number,
    at: Int32Array,
    keptK: Matrix,
    keptV: Matrix,
    P: Matrix,
    C: Batch,
  ]
> = {
  name: 'attendStep',
  run(Q, K, V, heads, at, keptK, keptV, P, C) {
    const width = keptK.columns;
    const d = width / heads;
    const scale = 1 / Math.sqrt(d);
    const before = at[0]!;
    for (let j = 0; j < K.n; j++) {
      keptK.data[before * width + j] = K.data[j]!;
      keptV.data[before * width + j] = V.data[j]!;
    }
    const weights = P.data;
    for (let t = 0; t * width < Q.n; t++) {
      const seen = before + t + 1;
      for (let h = 0; h < heads; h++) {
        const q = t * width + h * d;
        let most = -Infinity;
        for (let s = 0; s < seen; s++) {
          const score = innerProduct(Q.data, q, keptK.data, s * width + h * d, d) * scale;
          weights[s] = score;
          most = Math.max(most, score);
        }
        let sum = 0;
        for (let s = 0; s < seen; s++) sum += weights[s] = Math.exp(weights[s]! - most);
        C.data.fill(0, q, q + d);
        for (let s = 0; s < seen; s++) {
          const weight = weights[s]! / sum;
          const v = s * width + h * d;
          for (let j = 0; j < d; j++) C.data[q + j]! += weight * keptV.data[v + j]!;
        }
      }
    }
  },
  fits: (Q, K, V, heads, _at, keptK, keptV, P, C) => [
    [Q.n, K.n, V.n, C.n],
    [Q.n % keptK.columns, keptK.columns % heads, 0],
    [keptK.columns, keptV.columns],
    [keptK.rows, keptV.rows, P.rows * P.columns],
    [Q.m, K.m, V.m, C.m, 1],
  ],
  cases: make =>
    [
      [0, 1],
      [3, 1],
      [2, 3],
    ].map(([at, k]) => [
      make.batch(k! * 6, 1),
      make.batch(k! * 6, 1),
      make.batch(k! * 6, 1),
      2,
      make.place(Int32Array.of(at!)),
      make.matrix(5, 6),
      make.matrix(5, 6),
      make.matrix(5, 1),
      make.batch(k! * 6, 1),
    ]),
};
