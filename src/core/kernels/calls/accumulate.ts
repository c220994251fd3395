import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';
import { clear } from './clear';

/** sum += A. */
export const accumulate: CallDefinition<[A: Batch, sum: Batch, add: boolean]> = {
  name: 'accumulate',
  run(A, sum, add) {
    if (!add) clear.run(sum);
    const length = A.n * A.m;
    for (let k = 0; k < length; k++) sum.data[k]! += A.data[k]!;
  },
  slots: (A, sum, add) => [A.n, moving(A), moving(sum), Number(add)],
  adds: (_A, sum) => [sum],
  exact: () => true,
  fits: (A, sum) => [
    [A.n, sum.n],
    [A.m, sum.m],
  ],
  cases: make => [true, false].map(add => [make.batch(7, 5), make.batch(7, 5), add]),
};
