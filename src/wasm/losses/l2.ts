import { lanesOf } from '../row';
import { lanes, Real } from '../variants/real';

/** Σ (a − y)² */
export function l2(a: usize, y: usize, n: i32, m: i32): f64 {
  const length = n * m;
  let sum: f64 = 0;
  for (let i = 0; i < length; i += lanes) {
    const difference = v128.sub<Real>(v128.load(a), v128.load(y));
    sum += lanesOf(v128.mul<Real>(difference, difference), length - i);
    a += 16;
    y += 16;
  }
  return sum;
}
