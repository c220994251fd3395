import { one } from './one';

/** To each of M rows of C the K rows of B, each times its value of A: four at a time, and then the others one by one. */
export function combinations(
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
