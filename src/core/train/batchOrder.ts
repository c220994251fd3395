import { Random } from '../random';
import type { Work } from '../work';
import type { Order } from './gather';

/**
 * The order in which an epoch goes through m examples: as the file has them (undefined) where one batch holds all, else a
 * permutation that depends on the seed and the epoch alone, so that a training resumed in any epoch goes on exactly.
 * As NumPy: `np.random.RandomState([seed, epoch]).permutation(m)`. Yields between pieces of many examples.
 */
export function* batchOrder(m: number, batchSize: number, seed: number, epoch: number): Work<Order> {
  if (batchSize >= m) return undefined;
  return yield* new Random([seed, epoch]).permuting(m);
}
