import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { float, moving } from '../slots';

/** sum += factor·A + offset, value by value. */
export const addScaled: CallDefinition<[A: Batch, factor: number, offset: number, sum: Batch, add: boolean]> =
  {
    name: 'addScaled',
    run(A, factor, offset, sum, add) {
      const length = A.n * A.m;
      for (let k = 0; k < length; k++) {
        sum.data[k] = (add ? sum.data[k]! : 0) + (factor * A.data[k]! + offset);
      }
    },
    slots: (A, factor, offset, sum, add) => [
      A.n,
      moving(A),
      float(factor),
      float(offset),
      moving(sum),
      Number(add),
    ],
    adds: (_A, _factor, _offset, sum) => [sum],
    work: A => 2 * A.n,
    fits: (A, _factor, _offset, sum) => [
      [A.n, sum.n],
      [A.m, sum.m],
    ],
    cases: make => [true, false].map(add => [make.batch(7, 5), 0.3, -1.5, make.batch(7, 5), add]),
  };
