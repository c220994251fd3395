import { one } from './one';

/** Four rows of A times two vectors of columns, from 0 or where it goes on from C, and then plus `last` where there is one. */
// @ts-expect-error: decorator
@inline
export function fourByTwo(
  K: i32,
  a: usize,
  aRow: usize,
  panel: usize,
  c: usize,
  cPitch: usize,
  columns: i32,
  goesOn: bool,
  last: usize,
): void {
  const r1 = c + cPitch;
  const r2 = r1 + cPitch;
  const r3 = r2 + cPitch;
  let c00 = f64x2.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  if (goesOn) {
    c00 = v128.load(c);
    c01 = v128.load(c, 16);
    c10 = v128.load(r1);
    c11 = v128.load(r1, 16);
    c20 = v128.load(r2);
    c21 = v128.load(r2, 16);
    c30 = v128.load(r3);
    c31 = v128.load(r3, 16);
  }
  let a0 = a;
  let a1 = a0 + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  let b = panel;
  for (let k = 0; k < K; k++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load64_splat(a0);
    c00 = f64x2.add(c00, f64x2.mul(x, b0));
    c01 = f64x2.add(c01, f64x2.mul(x, b1));
    x = v128.load64_splat(a1);
    c10 = f64x2.add(c10, f64x2.mul(x, b0));
    c11 = f64x2.add(c11, f64x2.mul(x, b1));
    x = v128.load64_splat(a2);
    c20 = f64x2.add(c20, f64x2.mul(x, b0));
    c21 = f64x2.add(c21, f64x2.mul(x, b1));
    x = v128.load64_splat(a3);
    c30 = f64x2.add(c30, f64x2.mul(x, b0));
    c31 = f64x2.add(c31, f64x2.mul(x, b1));
    a0 += 8;
    a1 += 8;
    a2 += 8;
    a3 += 8;
    b += 32;
  }
  if (last !== 0) {
    const s0 = v128.load(last);
    const s1 = v128.load(last, 16);
    c00 = f64x2.add(c00, s0);
    c01 = f64x2.add(c01, s1);
    c10 = f64x2.add(c10, s0);
    c11 = f64x2.add(c11, s1);
    c20 = f64x2.add(c20, s0);
    c21 = f64x2.add(c21, s1);
    c30 = f64x2.add(c30, s0);
    c31 = f64x2.add(c31, s1);
  }
  put(c, c00, c01, columns);
  put(r1, c10, c11, columns);
  put(r2, c20, c21, columns);
  put(r3, c30, c31, columns);
}

/** And times one. */
// @ts-expect-error: decorator
@inline
export function fourByOne(
  K: i32,
  a: usize,
  aRow: usize,
  panel: usize,
  c: usize,
  cPitch: usize,
  columns: i32,
  goesOn: bool,
  last: usize,
): void {
  const r1 = c + cPitch;
  const r2 = r1 + cPitch;
  const r3 = r2 + cPitch;
  let c0 = f64x2.splat(0);
  let c1 = c0;
  let c2 = c0;
  let c3 = c0;
  if (goesOn) {
    c0 = v128.load(c);
    c1 = v128.load(r1);
    c2 = v128.load(r2);
    c3 = v128.load(r3);
  }
  let at = a;
  let b = panel;
  for (let k = 0; k < K; k++) {
    const b0 = v128.load(b);
    c0 = f64x2.add(c0, f64x2.mul(v128.load64_splat(at), b0));
    c1 = f64x2.add(c1, f64x2.mul(v128.load64_splat(at + aRow), b0));
    c2 = f64x2.add(c2, f64x2.mul(v128.load64_splat(at + 2 * aRow), b0));
    c3 = f64x2.add(c3, f64x2.mul(v128.load64_splat(at + 3 * aRow), b0));
    at += 8;
    b += 16;
  }
  if (last !== 0) {
    const s0 = v128.load(last);
    c0 = f64x2.add(c0, s0);
    c1 = f64x2.add(c1, s0);
    c2 = f64x2.add(c2, s0);
    c3 = f64x2.add(c3, s0);
  }
  one(c, c0, columns);
  one(r1, c1, columns);
  one(r2, c2, columns);
  one(r3, c3, columns);
}

/** Writes the first columns of a row. */
// @ts-expect-error: decorator
@inline
function put(c: usize, v0: v128, v1: v128, columns: i32): void {
  v128.store(c, v0);
  one(c + 16, v1, columns - 2);
}
