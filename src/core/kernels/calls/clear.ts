import type { CallDefinition } from '../call';
import { isBatch, type Sum, sizeOf } from '../operands';
import { at, moving } from '../slots';

/** x = 0. */
export const clear: CallDefinition<[x: Sum]> = {
  name: 'clear',
  run: x => void x.data.fill(0, 0, sizeOf(x)),
  slots: x => (isBatch(x) ? [moving(x), x.n, 1] : [at(x), sizeOf(x), 0]),
  exact: () => true,
  fits: () => [],
  cases: make => [[make.batch(7, 5)], [make.matrix(3, 7)]],
};
