import type { Loss } from '../../losses/loss';
import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { moving } from '../slots';
import { lossCodes } from '../wasm/codes';

/** sum[0] += Σ L(ŷ, y) over the examples, from Z where the loss pairs with the activation, else from A. */
export const sumLoss: CallDefinition<
  [loss: Loss, A: Batch, Z: Batch | undefined, Y: Batch, sum: Float64Array]
> = {
  name: 'sumLoss',
  run(loss, A, Z, Y, sum) {
    let total = sum[0]!;
    for (let i = 0; i < Y.m; i++) {
      total += Z
        ? loss.paired!.lossFromZ(Z.data, Y.data, i * Y.n, Y.n)
        : loss.loss(A.data, Y.data, i * Y.n, Y.n);
    }
    sum[0] = total;
  },
  slots(loss, A, Z, Y, sum) {
    // of a loss that pairs with an activation, only its form in Z is there
    const code = loss.paired && !Z ? undefined : lossCodes[loss.type];
    return code === undefined ? undefined : [code, Y.n, moving(Z ?? A), moving(Y), sum.byteOffset];
  },
  fits: (_loss, A, Z, Y) => [
    [Y.n, A.n, Z?.n ?? Y.n],
    [Y.m, A.m, Z?.m ?? Y.m],
  ],
  cases: make =>
    make.losses.flatMap(loss =>
      (loss.paired ? [make.batch(7, 5, 3), undefined] : [undefined]).map(
        (Z): Parameters<typeof sumLoss.run> => [loss, make.shares(7, 5), Z, make.shares(7, 5), make.sums(1)],
      ),
    ),
};
