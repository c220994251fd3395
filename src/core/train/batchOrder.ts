import { Random } from '../random';

/**
 * The order in which an epoch goes through m examples: as the file has them where one batch holds all, else a
 * permutation that depends on the seed and the epoch alone, so that a training resumed in any epoch goes on exactly.
 * As NumPy: `np.random.RandomState([seed, epoch]).permutation(m)`.
 */
export function batchOrder(m: number, batchSize: number, seed: number, epoch: number): Uint32Array {
  if (batchSize >= m) return Uint32Array.from({ length: m }, (_, i) => i);
  return new Random([seed, epoch]).permutation(m);
}
