import { constant } from '../constant';
import { one } from '../math';
import { Real } from '../variants/real';

export { sigmoid } from '../math';

// @ts-expect-error: decorator
@inline
export function sigmoidGradient(_z: v128, a: v128, dA: v128): v128 {
  return v128.mul<Real>(v128.mul<Real>(dA, a), v128.sub<Real>(constant(one), a));
}
