import { Random } from '../core/random';
import { checkCancelled, type Reading, turn } from './reading';

/** Which share of the examples is kept for the test set, and the seed that chooses them. */
export interface Split {
  readonly test: number;
  readonly seed: number;
}

/** Pieces of a shuffle, each of some milliseconds, between two turns of the event loop. */
const piecesATurn = 5;

/** How many of `m` examples go to the test set: the share rounded, but neither none nor all where there are two or more. */
export function testCount(m: number, split: Split): number {
  if (split.test === 0 || m < 2) return 0;
  return Math.min(m - 1, Math.max(1, Math.round(split.test * m)));
}

/**
 * The rows of the training and test set: the first of `np.random.RandomState(seed).permutation(m)` are the test set.
 * With a share of 0 all rows are the training set, in their order.
 */
export async function splitRows(
  m: number,
  split: Split,
  reading?: Reading,
): Promise<{ train: Uint32Array | undefined; test: Uint32Array | undefined }> {
  const count = testCount(m, split);
  if (count === 0) return { train: undefined, test: undefined };
  const work = new Random(split.seed).permuting(m);
  let piece = work.next();
  for (let pieces = 1; !piece.done; pieces++) {
    if (pieces % piecesATurn === 0) await turn();
    checkCancelled(reading);
    piece = work.next();
  }
  const order = piece.value;
  return { test: order.slice(0, count), train: order.slice(count) };
}
