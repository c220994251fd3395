import { constant } from '../constant';
import { exp, log, one, sigmoid } from '../math';
import { Real } from '../variants/real';

/** max(z, 0) + ln(1 + e^−|z|), since eᶻ of a large z would overflow. */
// @ts-expect-error: decorator
@inline
export function softplus(z: v128): v128 {
  const e = exp(v128.neg<Real>(v128.abs<Real>(z)));
  return v128.add<Real>(v128.pmax<Real>(z, v128.splat<Real>(0)), log(v128.add<Real>(constant(one), e)));
}

// @ts-expect-error: decorator
@inline
export function softplusGradient(z: v128, _a: v128, dA: v128): v128 {
  return v128.mul<Real>(dA, sigmoid(z));
}
