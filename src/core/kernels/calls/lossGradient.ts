import type { Loss } from '../../losses/loss';
import type { CallDefinition } from '../call';
import type { Batch } from '../operands';

/** dA = ∂L/∂ŷ, not yet scaled to the cost. */
export const lossGradient: CallDefinition<[loss: Loss, A: Batch, Y: Batch, dA: Batch]> = {
  name: 'lossGradient',
  run(loss, A, Y, dA) {
    for (let i = 0; i < Y.m; i++) loss.gradient(A.data, Y.data, dA.data, i * Y.n, Y.n);
  },
  fits: (_loss, A, Y, dA) => [
    [A.n, Y.n, dA.n],
    [A.m, Y.m, dA.m],
  ],
  cases: make => make.losses.map(loss => [loss, make.shares(7, 5), make.shares(7, 5), make.batch(7, 5)]),
};
