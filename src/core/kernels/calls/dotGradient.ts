import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';

/** dA += dC·B, for C = AᵀB of each example: each is multiplied by its own number. */
export const dotGradient: CallDefinition<[dC: Batch, B: Batch, dA: Batch, add: boolean]> = {
  name: 'dotGradient',
  run(dC, B, dA, add) {
    for (let i = 0; i < dC.m; i++) {
      for (let j = i * B.n; j < (i + 1) * B.n; j++)
        dA.data[j] = (add ? dA.data[j]! : 0) + dC.data[i]! * B.data[j]!;
    }
  },
  slots: (dC, B, dA, add) => [B.n, moving(dC), moving(B), moving(dA), Number(add)],
  adds: (_dC, _B, dA) => [dA],
  work: (_dC, B) => 2 * B.n,
  fits: (dC, B, dA) => [
    [B.n, dA.n],
    [dC.n, 1],
    [dC.m, B.m, dA.m],
  ],
  cases: make => [true, false].map(add => [make.batch(1, 5), make.batch(7, 5), make.batch(7, 5), add]),
};
