import { across } from '../row';
import { fma } from '../variants/fma';
import { lanes, Real, shift } from '../variants/real';

/**
 * C[i][j] = start[j] + Σₖ A[i][k]·B[j][k], or C += the sum, for rows i0 … i1 and columns j0 … j1, where the rows of
 * both A and B are contiguous: for so few columns or rows that packing would cost more than the products. Four
 * products go together, so that no addition waits for another; each has its own sum, in the same order as alone.
 */
export function dots(
  i0: i32,
  i1: i32,
  j0: i32,
  j1: i32,
  K: i32,
  a: usize,
  aPitch: usize,
  b: usize,
  bPitch: usize,
  c: usize,
  cPitch: usize,
  start: usize,
  add: bool,
): void {
  const one: usize = 1 << shift;
  if (i1 - i0 >= j1 - j0) {
    for (let j = j0; j < j1; j++) {
      const column = c + <usize>j * one;
      const from = start === 0 ? <usize>0 : start + <usize>j * one;
      let i = i0;
      for (; i + 4 <= i1; i += 4) {
        four(
          K,
          a + <usize>i * aPitch,
          aPitch,
          b + <usize>j * bPitch,
          column + <usize>i * cPitch,
          cPitch,
          from,
          0,
          add,
        );
      }
      for (; i < i1; i++) {
        single(K, a + <usize>i * aPitch, b + <usize>j * bPitch, column + <usize>i * cPitch, from, add);
      }
    }
    return;
  }
  for (let i = i0; i < i1; i++) {
    const row = c + <usize>i * cPitch;
    let j = j0;
    for (; j + 4 <= j1; j += 4) {
      const from = start === 0 ? <usize>0 : start + <usize>j * one;
      four(
        K,
        b + <usize>j * bPitch,
        bPitch,
        a + <usize>i * aPitch,
        row + <usize>j * one,
        one,
        from,
        one,
        add,
      );
    }
    for (; j < j1; j++) {
      const from = start === 0 ? <usize>0 : start + <usize>j * one;
      single(K, a + <usize>i * aPitch, b + <usize>j * bPitch, row + <usize>j * one, from, add);
    }
  }
}

/** Four rows times one. */
function four(
  K: i32,
  rows: usize,
  pitch: usize,
  other: usize,
  c: usize,
  cPitch: usize,
  start: usize,
  startPitch: usize,
  add: bool,
): void {
  const r1 = rows + pitch;
  const r2 = r1 + pitch;
  const r3 = r2 + pitch;
  let s0 = i32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let at: usize = 0;
  const end = (<usize>(K & ~(lanes - 1))) << shift;
  for (; at < end; at += 16) {
    const x = v128.load(other + at);
    s0 = fma(v128.load(rows + at), x, s0);
    s1 = fma(v128.load(r1 + at), x, s1);
    s2 = fma(v128.load(r2 + at), x, s2);
    s3 = fma(v128.load(r3 + at), x, s3);
  }
  const left = K & (lanes - 1);
  if (lanes === 4 && left === 0 && cPitch === 1 << shift && startPitch === 0) {
    // the four sums are four lanes of C
    let sums = sumsOf(s0, s1, s2, s3);
    if (add) sums = v128.add<Real>(sums, v128.load(c));
    else if (start !== 0) sums = v128.add<Real>(sums, v128.splat<Real>(load<Real>(start)));
    v128.store(c, sums);
    return;
  }
  finish(s0, rows + at, other + at, left, c, start, add);
  finish(s1, r1 + at, other + at, left, c + cPitch, start === 0 ? 0 : start + startPitch, add);
  finish(s2, r2 + at, other + at, left, c + 2 * cPitch, start === 0 ? 0 : start + 2 * startPitch, add);
  finish(s3, r3 + at, other + at, left, c + 3 * cPitch, start === 0 ? 0 : start + 3 * startPitch, add);
}

/** The sums of four vectors' lanes, each in the order of `across`. */
// @ts-expect-error: decorator
@inline
function sumsOf(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const ab1 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const cd1 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  const first = f32x4.add(v128.shuffle<f64>(ab0, cd0, 0, 2), v128.shuffle<f64>(ab0, cd0, 1, 3));
  const second = f32x4.add(v128.shuffle<f64>(ab1, cd1, 0, 2), v128.shuffle<f64>(ab1, cd1, 1, 3));
  return f32x4.add(first, second);
}

function single(K: i32, row: usize, other: usize, c: usize, start: usize, add: bool): void {
  let sum = i32x4.splat(0);
  let at: usize = 0;
  const end = (<usize>(K & ~(lanes - 1))) << shift;
  for (; at < end; at += 16) sum = fma(v128.load(row + at), v128.load(other + at), sum);
  finish(sum, row + at, other + at, K & (lanes - 1), c, start, add);
}

/** Adds the lanes of a sum, what is left of both rows, and what C begins with. */
function finish(sum: v128, row: usize, other: usize, left: i32, c: usize, start: usize, add: bool): void {
  let total = across(sum);
  for (let k = 0; k < left; k++) {
    total += load<Real>(row + ((<usize>k) << shift)) * load<Real>(other + ((<usize>k) << shift));
  }
  if (add) total += load<Real>(c);
  else if (start !== 0) total += load<Real>(start);
  store<Real>(c, total);
}
