import { constant } from '../constant';
import { one } from '../math';

export { tanh } from '../fdlibm';

// @ts-expect-error: decorator
@inline
export function tanhGradient(_z: v128, a: v128, dA: v128): v128 {
  return f64x2.mul(dA, f64x2.mul(f64x2.sub(constant(one), a), f64x2.add(constant(one), a)));
}
