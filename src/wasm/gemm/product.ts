import { first, last } from '../share';
import { shift } from '../variants/real';
import { dots } from './dots';
import { narrow, narrowColumns, narrowest } from './narrow';
import { outer } from './outer';
import { tileColumns, tileRows } from './tile';
import { tiled } from './tiled';

/**
 * C = start + A·B, or C += A·B, for C (M, N), A (M, K), B (K, N); this thread's share of it. Every sum runs over k in
 * the same order whatever the number of threads, so that its last digit doesn't depend on them.
 * A[i][k] is at `a + i·aRow + k·aStep` bytes; B[k][j] at `b + k·bPitch + j` or, `transposed`, at `b + j·bPitch + k`;
 * C[i][j] at `c + i·cPitch + j`. `start` points to N numbers, or is 0 for none.
 */
export function product(
  M: i32,
  N: i32,
  K: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bPitch: usize,
  transposed: bool,
  c: usize,
  cPitch: usize,
  start: usize,
  add: bool,
): void {
  const contiguous = aStep === 1 << shift;
  if (contiguous && N <= narrowColumns && K <= narrowest && N > 1) {
    narrow(first(M, 4), last(M, 4), N, K, a, aRow, b, bPitch, transposed, c, cPitch, start, add);
    return;
  }
  // one column laid out as a row serves for either
  if (contiguous && (N <= 2 || M <= 2) && (transposed || (N === 1 && bPitch === 1 << shift))) {
    const pitch = transposed ? bPitch : (<usize>K) << shift;
    if (M >= N) dots(first(M, 4), last(M, 4), 0, N, K, a, aRow, b, pitch, c, cPitch, start, add);
    else dots(0, M, first(N, 4), last(N, 4), K, a, aRow, b, pitch, c, cPitch, start, add);
    return;
  }
  if (aRow === 1 << shift && N <= narrowColumns && M <= tileRows && !transposed) {
    outer(M, N, K, a, aStep, b, bPitch, c, cPitch, start, add);
    return;
  }
  // dividing the longer side packs least twice
  if (M > N)
    tiled(first(M, tileRows), last(M, tileRows), 0, N, K, a, aRow, aStep, b, bPitch, transposed, c, cPitch, start, add);
  else {
    const most = tileColumns();
    tiled(0, M, first(N, most), last(N, most), K, a, aRow, aStep, b, bPitch, transposed, c, cPitch, start, add);
  }
}
