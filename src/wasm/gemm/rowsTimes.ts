import { shift } from '../variants/real';
import { dots } from './dots';
import { narrow, narrowColumns, narrowest } from './narrow';
import { tiled } from './tiled';

/**
 * C = start + A·Bᵀ, for C (M, N), A (M, K), B (N, K), all of it by this thread: A and B row after row, C's rows `cPitch` bytes
 * apart. How a row is made doesn't depend on M, so that rows may be dealt out in any way.
 */
export function rowsTimes(
  M: i32,
  N: i32,
  K: i32,
  a: usize,
  b: usize,
  c: usize,
  cPitch: usize,
  start: usize,
): void {
  const pitch = (<usize>K) << shift;
  if (N > 1 && N <= narrowColumns && K <= narrowest)
    narrow(0, M, N, K, a, pitch, b, pitch, true, c, cPitch, start, false);
  else if (N <= 2) dots(0, M, 0, N, K, a, pitch, b, pitch, c, cPitch, start, false);
  else tiled(0, M, 0, N, K, a, pitch, 1 << shift, b, pitch, true, c, cPitch, start, false);
}
