// The products in the order of the notes, as src/core/kernels/rowProducts.ts and addCombinations.ts add: each sum has a
// lane of its own, and nothing is fused.
import { lane } from '../row';
import { alone, scratch } from '../share';

/** Values of a row that are packed at a time, of two vectors of columns: 32 KB. */
const kBlock: i32 = 1024;

/** `product.ts` says of what. Where B is transposed, C = A·B + start; else C = A·B, or C += A·B. */
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
  if (!alone()) return;
  if (transposed) rowProducts(M, N, K, a, aRow, b, bPitch, c, cPitch, start);
  else combinations(M, N, K, a, aRow, aStep, b, bPitch, c, cPitch, add);
}

/** Each of M rows of A times each of N rows of B, and then plus start. */
function rowProducts(
  M: i32,
  N: i32,
  K: i32,
  a: usize,
  aRow: usize,
  b: usize,
  bPitch: usize,
  c: usize,
  cPitch: usize,
  start: usize,
): void {
  const fours = M & ~3;
  const panel = scratch();
  for (let j = 0; j < N && fours > 0; j += 4) {
    const columns = min(4, N - j);
    for (let k0 = 0; k0 < K; k0 += kBlock) {
      const k = min(kBlock, K - k0);
      const at = (<usize>k0) << 3;
      const last = start === 0 || k0 + k < K ? <usize>0 : start + ((<usize>j) << 3);
      pack(k, columns, b + <usize>j * bPitch + at, bPitch, panel);
      for (let i = 0; i < fours; i += 4) {
        const to = c + <usize>i * cPitch + ((<usize>j) << 3);
        if (columns > 2) fourByTwo(k, a + <usize>i * aRow + at, aRow, panel, to, cPitch, columns, k0 > 0, last);
        else fourByOne(k, a + <usize>i * aRow + at, aRow, panel, to, cPitch, columns, k0 > 0, last);
      }
    }
  }
  for (let i = fours; i < M; i++) {
    for (let j = 0; j < N; j++) {
      const sum = dot(K, a + <usize>i * aRow, b + <usize>j * bPitch);
      const to = c + <usize>i * cPitch + ((<usize>j) << 3);
      store<f64>(to, start === 0 ? sum : sum + load<f64>(start + ((<usize>j) << 3)));
    }
  }
}

/** Up to four rows of B side by side, zero beyond them: two vectors for each k, or one where there are at most two. */
function pack(K: i32, columns: i32, b: usize, pitch: usize, panel: usize): void {
  const lanes = columns > 2 ? 4 : 2;
  const step = (<usize>lanes) << 3;
  for (let j = 0; j < lanes; j++) {
    let from = b + <usize>j * pitch;
    let to = panel + ((<usize>j) << 3);
    for (let k = 0; k < K; k++) {
      store<f64>(to, j < columns ? load<f64>(from) : 0);
      from += 8;
      to += step;
    }
  }
}

/** Four rows of A times two vectors of columns, from 0 or where it goes on from C, and then plus `last` where there is one. */
// @ts-expect-error: decorator
@inline
function fourByTwo(
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
function fourByOne(
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

// @ts-expect-error: decorator
@inline
function one(c: usize, v: v128, columns: i32): void {
  if (columns === 2) v128.store(c, v);
  else store<f64>(c, lane(v, 0));
}

/** Σ aₖ·bₖ over two rows, as four sums. */
function dot(K: i32, a: usize, b: usize): f64 {
  let s01 = f64x2.splat(0);
  let s23 = s01;
  let k = 0;
  for (; k + 3 < K; k += 4) {
    s01 = f64x2.add(s01, f64x2.mul(v128.load(a), v128.load(b)));
    s23 = f64x2.add(s23, f64x2.mul(v128.load(a, 16), v128.load(b, 16)));
    a += 32;
    b += 32;
  }
  let first = f64x2.extract_lane(s01, 0);
  for (; k < K; k++) {
    first += load<f64>(a) * load<f64>(b);
    a += 8;
    b += 8;
  }
  return first + f64x2.extract_lane(s01, 1) + f64x2.extract_lane(s23, 0) + f64x2.extract_lane(s23, 1);
}

/** To each of M rows of C the K rows of B, each times its value of A: four at a time, and then the others one by one. */
function combinations(
  M: i32,
  N: i32,
  K: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bPitch: usize,
  c: usize,
  cPitch: usize,
  add: bool,
): void {
  for (let j = 0; j < N; j += 2) {
    const columns = min(2, N - j);
    const column = b + ((<usize>j) << 3);
    let i = 0;
    for (; i + 1 < M; i += 2) {
      const to = c + <usize>i * cPitch + ((<usize>j) << 3);
      const other = to + cPitch;
      const from = a + <usize>i * aRow;
      let s = f64x2.splat(0);
      let t = s;
      if (add) {
        s = v128.load(to);
        t = v128.load(other);
      }
      let x = from;
      let y = from + aRow;
      let p = column;
      let k = 0;
      for (; k + 3 < K; k += 4) {
        const b0 = v128.load(p);
        const b1 = v128.load(p + bPitch);
        const b2 = v128.load(p + 2 * bPitch);
        const b3 = v128.load(p + 3 * bPitch);
        s = f64x2.add(s, four(x, aStep, b0, b1, b2, b3));
        t = f64x2.add(t, four(y, aStep, b0, b1, b2, b3));
        x += 4 * aStep;
        y += 4 * aStep;
        p += 4 * bPitch;
      }
      for (; k < K; k++) {
        const b0 = v128.load(p);
        s = f64x2.add(s, f64x2.mul(v128.load64_splat(x), b0));
        t = f64x2.add(t, f64x2.mul(v128.load64_splat(y), b0));
        x += aStep;
        y += aStep;
        p += bPitch;
      }
      one(to, s, columns);
      one(other, t, columns);
    }
    if (i < M) {
      const to = c + <usize>i * cPitch + ((<usize>j) << 3);
      let s = add ? v128.load(to) : f64x2.splat(0);
      let x = a + <usize>i * aRow;
      let p = column;
      let k = 0;
      for (; k + 3 < K; k += 4) {
        const b2 = v128.load(p + 2 * bPitch);
        const b3 = v128.load(p + 3 * bPitch);
        s = f64x2.add(s, four(x, aStep, v128.load(p), v128.load(p + bPitch), b2, b3));
        x += 4 * aStep;
        p += 4 * bPitch;
      }
      for (; k < K; k++) {
        s = f64x2.add(s, f64x2.mul(v128.load64_splat(x), v128.load(p)));
        x += aStep;
        p += bPitch;
      }
      one(to, s, columns);
    }
  }
}

/** Four values of A times four vectors. */
// @ts-expect-error: decorator
@inline
function four(x: usize, step: usize, b0: v128, b1: v128, b2: v128, b3: v128): v128 {
  let sum = f64x2.add(f64x2.mul(v128.load64_splat(x), b0), f64x2.mul(v128.load64_splat(x + step), b1));
  sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(x + 2 * step), b2));
  return f64x2.add(sum, f64x2.mul(v128.load64_splat(x + 3 * step), b3));
}
