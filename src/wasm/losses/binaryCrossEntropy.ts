import { exp, log } from '../math';
import { lanesOf } from '../row';
import { lanes, Real } from '../variants/real';

/** Σ max(z, 0) − y·z + ln(1 + e^−|z|), exact however large z is. */
export function binaryCrossEntropy(z: usize, y: usize, n: i32, m: i32): f64 {
  const length = n * m;
  let sum: f64 = 0;
  for (let i = 0; i < length; i += lanes) {
    const Z = v128.load(z);
    const losses = v128.add<Real>(
      v128.sub<Real>(v128.max<Real>(Z, v128.splat<Real>(0)), v128.mul<Real>(v128.load(y), Z)),
      log(v128.add<Real>(v128.splat<Real>(1), exp(v128.neg<Real>(v128.abs<Real>(Z))))),
    );
    sum += lanesOf(losses, length - i);
    z += 16;
    y += 16;
  }
  return sum;
}
