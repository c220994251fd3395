import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/** C = the larger of A and B, value by value; NaN where one is. */
export const maximum: CallDefinition<[A: Batch, B: Batch, C: Batch]> = {
  name: 'maximum',
  run(A, B, C) {
    const length = C.n * C.m;
    for (let k = 0; k < length; k++) C.data[k] = Math.max(A.data[k]!, B.data[k]!);
  },
  slots: (A, B, C) => [A.n, moving(A), moving(B), moving(C)],
  fits: (A, B, C) => [
    [A.n, B.n, C.n],
    [A.m, B.m, C.m],
  ],
  cases: make => [[make.batch(7, 5), make.batch(7, 5), make.batch(7, 5)]],
};
