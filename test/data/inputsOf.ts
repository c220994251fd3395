import type { TargetEncoding } from '../../src/core/losses/loss';
import type { Examples } from '../../src/data/data';

/** The inputs of all examples as a batch takes them, an array each. */
export function inputsOf(examples: Examples): number[][] {
  const width = examples.inputShape.reduce((product, size) => product * size, 1);
  const X = new Float64Array(examples.m * width);
  examples.gatherInputs(all(examples.m), 0, examples.m, X);
  return Array.from({ length: examples.m }, (_, i) => Array.from(X.subarray(i * width, (i + 1) * width)));
}

/** Their targets for a loss, n values each. */
export function targetsOf(examples: Examples, encoding: TargetEncoding, n: number): number[][] {
  const Y = new Float64Array(examples.m * n).fill(Number.NaN);
  examples.gatherTargets(all(examples.m), 0, examples.m, encoding, n, Y);
  return Array.from({ length: examples.m }, (_, i) => Array.from(Y.subarray(i * n, (i + 1) * n)));
}

function all(m: number): Uint32Array {
  return Uint32Array.from({ length: m }, (_, i) => i);
}
