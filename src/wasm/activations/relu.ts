import { Real } from '../variants/real';

/** max(0, z), and NaN where z is. */
// @ts-expect-error: decorator
@inline
export function relu(z: v128): v128 {
  return v128.pmax<Real>(z, v128.splat<Real>(0));
}

// @ts-expect-error: decorator
@inline
export function reluGradient(z: v128, _a: v128, dA: v128): v128 {
  return v128.and(dA, v128.gt<Real>(z, v128.splat<Real>(0)));
}
