import type { Loss } from '../../losses/loss';
import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { labelOf } from './weighExamples';

/** sum[0] += Σ w·L(ŷ, t) over the examples, as `sumLoss`, with the weight of the class that Y says; t are its labels. */
export const sumWeightedLoss: CallDefinition<
  [loss: Loss, weights: Float64Array, Y: Batch, A: Batch, Z: Batch | undefined, T: Batch, sum: Float64Array]
> = {
  name: 'sumWeightedLoss',
  run(loss, weights, Y, A, Z, T, sum) {
    let total = sum[0]!;
    for (let i = 0; i < Y.m; i++) {
      const one = Z
        ? loss.paired!.lossFromZ(Z.data, T.data, i * T.n, T.n)
        : loss.loss(A.data, T.data, i * T.n, T.n);
      total += weights[labelOf(Y, i)]! * one;
    }
    sum[0] = total;
  },
  fits: (_loss, weights, Y, A, Z, T) => [
    [T.n, A.n, Z?.n ?? T.n],
    [Y.m, A.m, Z?.m ?? Y.m, T.m],
    [weights.length, Math.max(2, Y.n)],
  ],
  cases: make =>
    make.losses.map((loss): Parameters<typeof sumWeightedLoss.run> => {
      const weights = make.place(Float64Array.of(1, 2, 3, 4, 5, 6, 7));
      const Z = loss.paired ? make.batch(7, 5, 3) : undefined;
      return [loss, weights, make.shares(7, 5), make.shares(7, 5), Z, make.shares(7, 5), make.sums(1)];
    }),
};
