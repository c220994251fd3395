import { constant } from '../constant';
import { Real } from '../variants/real';

const six = memory.data<Real>([6]);

/** min(max(0, z), 6), and NaN where z is. */
// @ts-expect-error: decorator
@inline
export function relu6(z: v128): v128 {
  const zero = v128.splat<Real>(0);
  // −0 becomes 0, as in JavaScript
  return v128.pmin<Real>(v128.add<Real>(v128.pmax<Real>(z, zero), zero), constant(six));
}

// @ts-expect-error: decorator
@inline
export function relu6Gradient(z: v128, _a: v128, dA: v128): v128 {
  const below = v128.lt<Real>(z, constant(six));
  return v128.and(dA, v128.and(v128.gt<Real>(z, v128.splat<Real>(0)), below));
}
