import { Real } from '../variants/real';

/** The slope below zero. */
const slope: Real = <Real>0.01;

// @ts-expect-error: decorator
@inline
export function leakyRelu(z: v128): v128 {
  return v128.pmax<Real>(z, v128.mul<Real>(z, v128.splat<Real>(slope)));
}

// @ts-expect-error: decorator
@inline
export function leakyReluGradient(z: v128, _a: v128, dA: v128): v128 {
  const positive = v128.gt<Real>(z, v128.splat<Real>(0));
  return v128.bitselect(dA, v128.mul<Real>(dA, v128.splat<Real>(slope)), positive);
}
