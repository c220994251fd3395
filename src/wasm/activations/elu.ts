import { constant } from '../constant';
import { expm1, one } from '../math';
import { Real } from '../variants/real';

// @ts-expect-error: decorator
@inline
export function elu(z: v128): v128 {
  return v128.bitselect(z, expm1(z), v128.gt<Real>(z, v128.splat<Real>(0)));
}

/** Below zero the slope eᶻ is a + 1. */
// @ts-expect-error: decorator
@inline
export function eluGradient(z: v128, a: v128, dA: v128): v128 {
  const below = v128.mul<Real>(dA, v128.add<Real>(a, constant(one)));
  return v128.bitselect(dA, below, v128.gt<Real>(z, v128.splat<Real>(0)));
}
