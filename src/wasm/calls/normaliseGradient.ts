import { clearTotals, gather, run, together, total } from '../columns';
import { first, last } from '../share';
import { address, number, whole } from '../slots';
import { lanes, Real, shift } from '../variants/real';

/** dβ = Σ dA and dγ = Σ dA·x̂, or added, and both in `sums`. [n, dA, X, mean, variance, ε, sums, dγ, dβ, add] */
export function normaliseGradient(call: usize, m: i32): void {
  const n = whole(call, 0);
  const dA = address(call, 1);
  const X = address(call, 2);
  const mean = address(call, 3);
  const variance = address(call, 4);
  const epsilon = number(call, 5);
  const sums = address(call, 6);
  const dgamma = address(call, 7);
  const dbeta = address(call, 8);
  const add = whole(call, 9) !== 0;
  const pitch = (<usize>n) << shift;
  const end = last(n, together);
  for (let j = first(n, together); j < end; j += together) {
    const at = (<usize>j) << shift;
    const count = min(together, end - j);
    sumUp(dA + at, X + at, pitch, m, count, mean + at);
    for (let k = 0; k < count; k++) {
      const here = at + ((<usize>k) << shift);
      const scale = 1 / Math.sqrt(<f64>load<Real>(variance + here) + epsilon);
      const sum = <Real>total(k, false);
      const product = <Real>(total(k, true) * scale);
      store<Real>(sums + here, sum);
      store<Real>(sums + pitch + here, product);
      store<Real>(dbeta + here, add ? load<Real>(dbeta + here) + sum : sum);
      store<Real>(dgamma + here, add ? load<Real>(dgamma + here) + product : product);
    }
  }
}

/** Σ dA and Σ dA·(x − μ) of some columns. */
function sumUp(d: usize, x: usize, pitch: usize, m: i32, count: i32, mean: usize): void {
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
    let p0 = s0;
    let p1 = s0;
    let p2 = s0;
    let p3 = s0;
    if (count > lanes) {
      for (let k = 0; k < rows; k++) {
        const g0 = v128.load(d);
        const g1 = v128.load(d, 16);
        const g2 = v128.load(d, 32);
        const g3 = v128.load(d, 48);
        s0 = v128.add<Real>(s0, g0);
        s1 = v128.add<Real>(s1, g1);
        s2 = v128.add<Real>(s2, g2);
        s3 = v128.add<Real>(s3, g3);
        p0 = v128.add<Real>(p0, v128.mul<Real>(g0, v128.sub<Real>(v128.load(x), c0)));
        p1 = v128.add<Real>(p1, v128.mul<Real>(g1, v128.sub<Real>(v128.load(x, 16), c1)));
        p2 = v128.add<Real>(p2, v128.mul<Real>(g2, v128.sub<Real>(v128.load(x, 32), c2)));
        p3 = v128.add<Real>(p3, v128.mul<Real>(g3, v128.sub<Real>(v128.load(x, 48), c3)));
        d += pitch;
        x += pitch;
      }
      gather(s1, lanes, false);
      gather(s2, 2 * lanes, false);
      gather(s3, 3 * lanes, false);
      gather(p1, lanes, true);
      gather(p2, 2 * lanes, true);
      gather(p3, 3 * lanes, true);
    } else {
      for (let k = 0; k < rows; k++) {
        const g0 = v128.load(d);
        s0 = v128.add<Real>(s0, g0);
        p0 = v128.add<Real>(p0, v128.mul<Real>(g0, v128.sub<Real>(v128.load(x), c0)));
        d += pitch;
        x += pitch;
      }
    }
    gather(s0, 0, false);
    gather(p0, 0, true);
  }
}
