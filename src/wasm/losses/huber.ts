import { lanesOf } from '../row';
import { lanes, Real } from '../variants/real';

/** Σ h(a − y): with c = min(|e|, 1), h is c·(|e| − c/2). */
export function huber(a: usize, y: usize, n: i32, m: i32): f64 {
  const length = n * m;
  const one = v128.splat<Real>(1);
  const half = v128.splat<Real>(0.5);
  let sum: f64 = 0;
  for (let i = 0; i < length; i += lanes) {
    const size = v128.abs<Real>(v128.sub<Real>(v128.load(a), v128.load(y)));
    const small = v128.min<Real>(size, one);
    sum += lanesOf(v128.mul<Real>(small, v128.sub<Real>(size, v128.mul<Real>(small, half))), length - i);
    a += 16;
    y += 16;
  }
  return sum;
}
