import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/** Rows `from … from + source.n` of target += source (as `concatenate` needs; backward with slice). */
export const accumulateRows: CallDefinition<[source: Batch, target: Batch, from: number, add: boolean]> = {
  name: 'accumulateRows',
  run(source, target, from, add) {
    for (let i = 0; i < source.m; i++) {
      for (let j = 0; j < source.n; j++) {
        const to = i * target.n + from + j;
        target.data[to] = (add ? target.data[to]! : 0) + source.data[i * source.n + j]!;
      }
    }
  },
  slots: (source, target, from, add) => [
    source.n,
    moving(source),
    target.n,
    moving(target),
    from,
    Number(add),
  ],
  exact: () => true,
  fits: (source, target, from) => [
    [source.m, target.m],
    [target.n, Math.max(target.n, from + source.n)],
  ],
  cases: make => [true, false].map(add => [make.batch(3, 5), make.batch(7, 5), 2, add]),
};
