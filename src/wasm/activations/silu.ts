import { constant } from '../constant';
import { one, sigmoid } from '../math';
import { fma } from '../variants/fma';
import { Real } from '../variants/real';

// @ts-expect-error: decorator
@inline
export function silu(z: v128): v128 {
  return v128.mul<Real>(z, sigmoid(z));
}

// @ts-expect-error: decorator
@inline
export function siluGradient(z: v128, _a: v128, dA: v128): v128 {
  const s = sigmoid(z);
  const slope = v128.mul<Real>(s, fma(z, v128.sub<Real>(constant(one), s), constant(one)));
  return v128.mul<Real>(dA, slope);
}
