import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/** C = A − B. */
export const subtract: CallDefinition<[A: Batch, B: Batch, C: Batch]> = {
  name: 'subtract',
  run(A, B, C) {
    const length = C.n * C.m;
    for (let k = 0; k < length; k++) C.data[k] = A.data[k]! - B.data[k]!;
  },
  slots: (A, B, C) => [A.n, moving(A), moving(B), moving(C)],
  exact: () => true,
  fits: (A, B, C) => [
    [A.n, B.n, C.n],
    [A.m, B.m, C.m],
  ],
  cases: make => [[make.batch(7, 5), make.batch(7, 5), make.batch(7, 5)]],
};
