import { alone, scratch } from '../share';
import { fma } from '../variants/fma';
import { lanes, Real, shift } from '../variants/real';
import { micro } from './micro';
import { zeros } from './tile';

/** Bytes of a row of the tile: two vectors. */
const pitch: usize = 32;

/**
 * C = start + A·B or C += A·B where C is at most a tile, six rows of two vectors, A is read column by column (A[i][k] at
 * `a + k·aStep + i`) and B row by row: the gradient of a narrow layer, a sum of outer products over the examples. Nothing is
 * packed: what is read beyond a column of A or a row of B gives sums that aren't C's. On one thread, since it is little.
 */
export function outer(
  M: i32,
  N: i32,
  K: i32,
  a: usize,
  aStep: usize,
  b: usize,
  bPitch: usize,
  c: usize,
  cPitch: usize,
  start: usize,
  add: bool,
): void {
  if (!alone()) return;
  const tile = scratch();
  if (M === 1 && N <= lanes) v128.store(tile, oneRow(K, a, aStep, b, bPitch));
  else micro(K, a, 1 << shift, aStep, b, bPitch, tile, pitch, zeros, 0, 1, 0);
  for (let i = 0; i < M; i++) {
    const row = c + <usize>i * cPitch;
    for (let j = 0; j < N; j++) {
      const at = <usize>j << shift;
      const sum = load<Real>(tile + <usize>i * pitch + at);
      store<Real>(row + at, sum + (add ? load<Real>(row + at) : start === 0 ? <Real>0 : load<Real>(start + at)));
    }
  }
}

/** Σₖ a[k]·B[k] for one vector of columns, as four sums, so that no addition waits for another. */
function oneRow(K: i32, a: usize, aStep: usize, b: usize, bPitch: usize): v128 {
  let s0 = i32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let k = 0;
  for (; k + 4 <= K; k += 4) {
    s0 = fma(v128.load_splat<Real>(a), v128.load(b), s0);
    s1 = fma(v128.load_splat<Real>(a + aStep), v128.load(b + bPitch), s1);
    s2 = fma(v128.load_splat<Real>(a + 2 * aStep), v128.load(b + 2 * bPitch), s2);
    s3 = fma(v128.load_splat<Real>(a + 3 * aStep), v128.load(b + 3 * bPitch), s3);
    a += 4 * aStep;
    b += 4 * bPitch;
  }
  for (; k < K; k++) {
    s0 = fma(v128.load_splat<Real>(a), v128.load(b), s0);
    a += aStep;
    b += bPitch;
  }
  return v128.add<Real>(v128.add<Real>(s0, s1), v128.add<Real>(s2, s3));
}
