import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/** C = AᵀB, the inner product of each example: C is (1, m). */
export const dot: CallDefinition<[A: Batch, B: Batch, C: Batch]> = {
  name: 'dot',
  run(A, B, C) {
    for (let i = 0; i < C.m; i++) {
      let sum = 0;
      for (let j = i * A.n; j < (i + 1) * A.n; j++) sum += A.data[j]! * B.data[j]!;
      C.data[i] = sum;
    }
  },
  slots: (A, B, C) => [A.n, moving(A), moving(B), moving(C)],
  work: A => 2 * A.n,
  fits: (A, B, C) => [
    [A.n, B.n],
    [C.n, 1],
    [A.m, B.m, C.m],
  ],
  cases: make => [1, 7, 12].map(n => [make.batch(n, 5), make.batch(n, 5), make.batch(1, 5)]),
};
