import { clearTotals, gather, run, together, total } from '../columns';
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
  for (let j = first(n, together); j < end; j += together) {
    const at = (<usize>j) << shift;
    const count = min(together, end - j);
    sumUp(X + at, pitch, m, count);
    put(mean + at, m, count);
    squares(X + at, pitch, m, count, mean + at);
    put(variance + at, m, count);
  }
}

/** Columns beyond the count are summed too, of whatever lies there, and nobody asks for them. */
function sumUp(x: usize, pitch: usize, m: i32, count: i32): void {
  clearTotals();
  for (let i = 0; i < m; i += run) {
    const rows = min(run, m - i);
    if (count > lanes) {
      let s0 = i32x4.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      for (let k = 0; k < rows; k++) {
        s0 = v128.add<Real>(s0, v128.load(x));
        s1 = v128.add<Real>(s1, v128.load(x, 16));
        s2 = v128.add<Real>(s2, v128.load(x, 32));
        s3 = v128.add<Real>(s3, v128.load(x, 48));
        x += pitch;
      }
      gather(s0, 0, false);
      gather(s1, lanes, false);
      gather(s2, 2 * lanes, false);
      gather(s3, 3 * lanes, false);
    } else {
      let s0 = i32x4.splat(0);
      for (let k = 0; k < rows; k++) {
        s0 = v128.add<Real>(s0, v128.load(x));
        x += pitch;
      }
      gather(s0, 0, false);
    }
  }
}

function squares(x: usize, pitch: usize, m: i32, count: i32, mean: usize): void {
  clearTotals();
  const c0 = v128.load(mean);
  const c1 = v128.load(mean, 16);
  const c2 = v128.load(mean, 32);
  const c3 = v128.load(mean, 48);
  for (let i = 0; i < m; i += run) {
    const rows = min(run, m - i);
    let s0 = i32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    if (count > lanes) {
      for (let k = 0; k < rows; k++) {
        const d0 = v128.sub<Real>(v128.load(x), c0);
        const d1 = v128.sub<Real>(v128.load(x, 16), c1);
        const d2 = v128.sub<Real>(v128.load(x, 32), c2);
        const d3 = v128.sub<Real>(v128.load(x, 48), c3);
        s0 = v128.add<Real>(s0, v128.mul<Real>(d0, d0));
        s1 = v128.add<Real>(s1, v128.mul<Real>(d1, d1));
        s2 = v128.add<Real>(s2, v128.mul<Real>(d2, d2));
        s3 = v128.add<Real>(s3, v128.mul<Real>(d3, d3));
        x += pitch;
      }
      gather(s1, lanes, false);
      gather(s2, 2 * lanes, false);
      gather(s3, 3 * lanes, false);
    } else {
      for (let k = 0; k < rows; k++) {
        const d0 = v128.sub<Real>(v128.load(x), c0);
        s0 = v128.add<Real>(s0, v128.mul<Real>(d0, d0));
        x += pitch;
      }
    }
    gather(s0, 0, false);
  }
}

function put(to: usize, m: i32, count: i32): void {
  for (let k = 0; k < count; k++) store<Real>(to + ((<usize>k) << shift), <Real>(total(k, false) / m));
}
