import { Random } from '../../core/random';
import { compileKernels, sharedMemory, type Way } from './compileKernels';

/** Examples, inputs and units of the layer that is timed: some tenths of a millisecond, in the second cache. */
const [examples, inputs, units] = [96, 256, 256];
/** Rounds, of which the best of each tile counts: others may be at work on this machine. */
const rounds = 15;

/**
 * The time that the products of a layer take by the wide tile as a share of what they take by the other, to two digits:
 * under 1 where V8 packs pairs of vectors and this processor has registers for them.
 */
export function tileShare(way: Way): number {
  const [wide, narrow] = [layerOf(way), layerOf({ ...way, switches: { ...way.switches, pairs: false } })];
  let [best, other] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    best = Math.min(best, timeOf(wide));
    other = Math.min(other, timeOf(narrow));
  }
  return Math.round((100 * best) / other) / 100;
}

/** What makes the products of a layer. */
function layerOf(way: Way): () => void {
  const kernels = compileKernels(way, { memory: sharedMemory(), threads: 1 });
  const random = new Random(1);
  const numbers = (length: number) => kernels.allocate(length).map(() => random.randn());
  const W = { rows: units, columns: inputs, data: kernels.place(numbers(units * inputs)) };
  const X = { n: inputs, m: examples, data: kernels.place(numbers(inputs * examples)) };
  const Z = { n: units, m: examples, data: kernels.allocate(units * examples) };
  const program = kernels.compile([{ call: 'affine', args: [W, undefined, X, Z], reads: '' }]);
  return () => program.run(examples);
}

function timeOf(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
