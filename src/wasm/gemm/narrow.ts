import { scratch } from '../share';
import { fma } from '../variants/fma';
import { lanes, Real, shift } from '../variants/real';
import { packColumns, packRows } from './pack';

/** The most values of an example for which this is the fastest way. */
export const narrowest: i32 = 64;
/** And the most columns: two vectors. */
export const narrowColumns: i32 = 2 * lanes;

/**
 * Rows i0 … i1 of C = start + A·B or C += A·B where C has at most two vectors of columns and K is small: B fits one
 * panel, and a row of C is made in registers. See `product` for the arguments.
 */
export function narrow(
  i0: i32,
  i1: i32,
  N: i32,
  K: i32,
  a: usize,
  aRow: usize,
  b: usize,
  bPitch: usize,
  transposed: bool,
  c: usize,
  cPitch: usize,
  start: usize,
  add: bool,
): void {
  const tile = scratch();
  const panel = tile + 64;
  v128.store(tile, i32x4.splat(0));
  v128.store(tile, i32x4.splat(0), 16);
  if (start !== 0) memory.copy(tile, start, (<usize>N) << shift);
  const s0 = v128.load(tile);
  const s1 = v128.load(tile, 16);
  if (transposed) packColumns(K, N, 2, b, bPitch, panel);
  else packRows(K, N, 2, b, bPitch, panel);
  const wide = N > lanes;
  const bytes = (<usize>N) << shift;
  // a whole vector may be written over the next row, which is made later; not where rows are added to or come last
  const whole = !add && cPitch === bytes;

  for (let i = i0; i < i1; i++) {
    const from = a + <usize>i * aRow;
    const to = c + <usize>i * cPitch;
    let sum0 = s0;
    let sum1 = s1;
    if (add) {
      sum0 = v128.load(to);
      if (wide) sum1 = v128.load(to, 16);
    }
    let at = panel;
    if (wide) {
      for (let k = 0; k < K; k++) {
        const x = v128.load_splat<Real>(from + ((<usize>k) << shift));
        sum0 = fma(x, v128.load(at), sum0);
        sum1 = fma(x, v128.load(at, 16), sum1);
        at += 32;
      }
    } else {
      for (let k = 0; k < K; k++) {
        sum0 = fma(v128.load_splat<Real>(from + ((<usize>k) << shift)), v128.load(at), sum0);
        at += 32;
      }
    }
    if (whole && i + lanes * 2 < i1) {
      v128.store(to, sum0);
      if (wide) v128.store(to, sum1, 16);
    } else {
      v128.store(tile, sum0);
      v128.store(tile, sum1, 16);
      for (let j = 0; j < N; j++)
        store<Real>(to + ((<usize>j) << shift), load<Real>(tile + ((<usize>j) << shift)));
    }
  }
}
