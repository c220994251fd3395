import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/** sum += A; what rounding loses of it is kept in `rest`, and added the next time. */
export const addExactly: CallDefinition<[A: Batch, sum: Batch, rest: Batch]> = {
  name: 'addExactly',
  run(A, sum, rest) {
    const length = A.n * A.m;
    for (let k = 0; k < length; k++) {
      const before = sum.data[k]!;
      const term = A.data[k]! - rest.data[k]!;
      sum.data[k] = before + term;
      rest.data[k] = sum.data[k]! - before - term;
    }
  },
  slots: (A, sum, rest) => [A.n, moving(A), moving(sum), moving(rest)],
  exact: () => true,
  fits: (A, sum, rest) => [
    [A.n, sum.n, rest.n],
    [A.m, sum.m, rest.m],
  ],
  // the reference computes with more digits than float32 has, and so loses something else
  spoils: (_A, _sum, rest) => [rest],
  cases: make => [[make.batch(7, 5), make.batch(7, 5), make.batch(7, 5)]],
};
