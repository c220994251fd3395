import { run, together } from '../columns';
import { lane } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { lanes, Real, shift } from '../variants/real';

/** μ = Σ x / m, σ² = Σ (x − μ)² / m. [n, X, mean, variance] */
export function moments(call: usize, m: i32): void {
  const n = whole(call, 0);
  const X = address(call, 1);
  const mean = address(call, 2);
  const variance = address(call, 3);
  const pitch = (<usize>n) << shift;
  const end = last(n, together);
  for (let j = first(n, together); j < end; j += lanes) {
    const at = (<usize>j) << shift;
    const count = min(lanes, end - j);
    columns(X + at, pitch, m, i32x4.splat(0), false, mean + at, count);
    columns(X + at, pitch, m, v128.load(mean + at), true, variance + at, count);
  }
}

/** The mean of x − c, or of its square, of a vector of columns. */
function columns(x: usize, pitch: usize, m: i32, c: v128, squared: bool, to: usize, count: i32): void {
  let t0: f64 = 0;
  let t1: f64 = 0;
  let t2: f64 = 0;
  let t3: f64 = 0;
  for (let i = 0; i < m; i += run) {
    const rows = min(run, m - i);
    let s0 = i32x4.splat(0);
    let s1 = s0;
    let k = 0;
    if (squared) {
      for (; k + 2 <= rows; k += 2) {
        const a = v128.sub<Real>(v128.load(x), c);
        const b = v128.sub<Real>(v128.load(x + pitch), c);
        s0 = v128.add<Real>(s0, v128.mul<Real>(a, a));
        s1 = v128.add<Real>(s1, v128.mul<Real>(b, b));
        x += 2 * pitch;
      }
      if (k < rows) {
        const a = v128.sub<Real>(v128.load(x), c);
        s0 = v128.add<Real>(s0, v128.mul<Real>(a, a));
        x += pitch;
      }
    } else {
      for (; k + 2 <= rows; k += 2) {
        s0 = v128.add<Real>(s0, v128.load(x));
        s1 = v128.add<Real>(s1, v128.load(x + pitch));
        x += 2 * pitch;
      }
      if (k < rows) {
        s0 = v128.add<Real>(s0, v128.load(x));
        x += pitch;
      }
    }
    s0 = v128.add<Real>(s0, s1);
    t0 += <f64>lane(s0, 0);
    t1 += <f64>lane(s0, 1);
    if (lanes === 4) {
      t2 += <f64>lane(s0, 2);
      t3 += <f64>lane(s0, 3);
    }
  }
  store<Real>(to, <Real>(t0 / m));
  if (count > 1) store<Real>(to + (1 << shift), <Real>(t1 / m));
  if (count > 2) store<Real>(to + (2 << shift), <Real>(t2 / m));
  if (count > 3) store<Real>(to + (3 << shift), <Real>(t3 / m));
}
