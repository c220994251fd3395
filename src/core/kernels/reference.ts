import { calls } from './calls/all';
import { interpreted } from './interpreted';
import type { Calls, Kernels, Precision } from './kernels';

/** The calls as they are defined, on arrays of either precision. */
export const referenceCalls = Object.fromEntries(
  Object.values(calls).map(({ name, run }) => [name, run]),
) as unknown as Calls;

/**
 * The kernels in plain JavaScript, in float64 or float32. They say what each operation means; faster sets are tested
 * against them. Both `W` and a batch are walked along contiguous runs: a row of W and an example have the same length.
 */
export function referenceKernels(precision: Precision): Kernels {
  const FloatArray = precision === 'float64' ? Float64Array : Float32Array;
  return {
    name: 'reference',
    precision,
    threads: 1,
    inFours: true,
    flopsPerPiece: 30e6,
    allocate: length => new FloatArray(length),
    allocateSums: length => new Float64Array(length),
    place: array => array,
    compile: ops => interpreted(ops, referenceCalls),
    ...referenceCalls,
  };
}
