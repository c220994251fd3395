import { constant } from '../constant';
import { exp } from '../fdlibm';
import { one } from '../math';

// @ts-expect-error: decorator
@inline
export function sigmoid(z: v128): v128 {
  return f64x2.div(constant(one), f64x2.add(constant(one), exp(f64x2.neg(z))));
}

// @ts-expect-error: decorator
@inline
export function sigmoidGradient(_z: v128, a: v128, dA: v128): v128 {
  return f64x2.mul(f64x2.mul(dA, a), f64x2.sub(constant(one), a));
}
