import { Random } from '../core/random';

/** Which share of the examples is kept for the test set, and the seed that chooses them. */
export interface Split {
  readonly test: number;
  readonly seed: number;
}

/** Where the file says nothing: a fifth, seed 1. */
export const defaultSplit: Split = { test: 0.2, seed: 1 };

/** How many of `m` examples go to the test set: the share rounded, but neither none nor all where there are two or more. */
export function testCount(m: number, split: Split): number {
  if (split.test === 0 || m < 2) return 0;
  return Math.min(m - 1, Math.max(1, Math.round(split.test * m)));
}

/**
 * The rows of the training and test set: the first of `np.random.RandomState(seed).permutation(m)` are the test set.
 * With a share of 0 all rows are the training set, in their order.
 */
export function splitRows(
  m: number,
  split: Split,
): { train: Uint32Array | undefined; test: Uint32Array | undefined } {
  const count = testCount(m, split);
  if (count === 0) return { train: undefined, test: undefined };
  const order = new Random(split.seed).permutation(m);
  return { test: order.slice(0, count), train: order.slice(count) };
}
