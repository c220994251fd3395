import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/** target += rows `from … from + target.n` of source. */
export const accumulateSlice: CallDefinition<[source: Batch, from: number, target: Batch, add: boolean]> = {
  name: 'accumulateSlice',
  run(source, from, target, add) {
    for (let i = 0; i < target.m; i++) {
      for (let j = 0; j < target.n; j++) {
        const to = i * target.n + j;
        target.data[to] = (add ? target.data[to]! : 0) + source.data[i * source.n + from + j]!;
      }
    }
  },
  slots: (source, from, target, add) => [
    source.n,
    moving(source),
    from,
    target.n,
    moving(target),
    Number(add),
  ],
  adds: (_source, _from, target) => [target],
  exact: () => true,
  fits: (source, from, target) => [
    [source.m, target.m],
    [source.n, Math.max(source.n, from + target.n)],
  ],
  cases: make => [true, false].map(add => [make.batch(7, 5), 2, make.batch(3, 5), add]),
};
