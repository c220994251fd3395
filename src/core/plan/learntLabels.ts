import type { Batch, Op } from '../kernels/kernels';
import type { Loss } from '../losses';

/** How labels are learnt from. */
export interface LabelOptions {
  /** The share of each label that goes to all classes alike, 0 where there is none. */
  readonly smoothing?: number;
  /** A weight for each class, in the memory of the kernels. */
  readonly weights?: Float64Array | undefined;
}

/** What a step takes for the labels, and how much each example counts. */
export interface LearntLabels {
  /** The labels that are learnt: Y where they aren't smoothed. */
  readonly T: Batch;
  /** Makes T of Y. */
  readonly smooth: readonly Op[];
  /** Adds to the sum of the cost. */
  cost(loss: Loss, A: Batch, Z: Batch | undefined, sum: Float64Array): readonly Op[];
  /** Weighs the gradient of each example. */
  weigh(D: Batch): readonly Op[];
}

/** @param batch makes room for as many values for each example */
export function learntLabels(
  Y: Batch,
  { smoothing = 0, weights }: LabelOptions,
  batch: (n: number) => Batch,
): LearntLabels {
  const T = smoothing > 0 ? batch(Y.n) : Y;
  // one output stands for two classes
  const add = smoothing / Math.max(2, Y.n);
  return {
    T,
    smooth:
      T === Y ? [] : [{ call: 'smoothLabels', args: [Y, smoothing, add, T], reads: 'y := (1 − ε)·y + ε/K' }],
    cost: (loss, A, Z, sum) =>
      weights
        ? [
            {
              call: 'sumWeightedLoss',
              args: [loss, weights, Y, A, Z, T, sum],
              reads: 'J += Σ w·L(ŷ, y)',
            },
          ]
        : [{ call: 'sumLoss', args: [loss, A, Z, T, sum], reads: 'J += Σ L(ŷ, y)' }],
    weigh: D => (weights ? [{ call: 'weighExamples', args: [weights, Y, D], reads: 'w·∂L' }] : []),
  };
}
