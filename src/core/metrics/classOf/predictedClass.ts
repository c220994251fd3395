import type { Floats } from '../../kernels/kernels';

/**
 * The class that the n outputs of the example at `offset` stand for: of one output 1 where it is above 0.5, else 0;
 * of several the place of the largest. Labels, as 0/1 or one-hot, read the same.
 */
export function predictedClass(A: Floats, offset: number, n: number): number {
  if (n === 1) return A[offset]! > 0.5 ? 1 : 0;
  let largest = 0;
  for (let j = 1; j < n; j++) if (A[offset + j]! > A[offset + largest]!) largest = j;
  return largest;
}
