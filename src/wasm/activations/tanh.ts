import { constant } from '../constant';
import { one } from '../math';
import { Real } from '../variants/real';

export { tanh } from '../math';

// @ts-expect-error: decorator
@inline
export function tanhGradient(_z: v128, a: v128, dA: v128): v128 {
  return v128.mul<Real>(dA, v128.mul<Real>(v128.sub<Real>(constant(one), a), v128.add<Real>(constant(one), a)));
}
