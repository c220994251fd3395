import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/** C += A∘B, value by value. Its gradients are products too: dA = dC∘B. */
export const multiply: CallDefinition<[A: Batch, B: Batch, C: Batch, add: boolean]> = {
  name: 'multiply',
  run(A, B, C, add) {
    const length = C.n * C.m;
    for (let k = 0; k < length; k++) C.data[k] = (add ? C.data[k]! : 0) + A.data[k]! * B.data[k]!;
  },
  slots: (A, B, C, add) => [A.n, moving(A), moving(B), moving(C), Number(add)],
  adds: (_A, _B, C) => [C],
  work: A => 2 * A.n,
  fits: (A, B, C) => [
    [A.n, B.n, C.n],
    [A.m, B.m, C.m],
  ],
  cases: make => [true, false].map(add => [make.batch(7, 5), make.batch(7, 5), make.batch(7, 5), add]),
};
