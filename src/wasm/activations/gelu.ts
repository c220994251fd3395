import { constant } from '../constant';
import { exp, one } from '../math';
import { upperTail } from '../normal';
import { fma } from '../variants/fma';
import { Real } from '../variants/real';

const minusHalf = memory.data<Real>([-0.5]);
/** 1/√(2π) */
const density = memory.data<Real>([0.3989422804014327]);

/** e^(−z²/2) */
// @ts-expect-error: decorator
@inline
function bellOf(z: v128): v128 {
  return exp(v128.mul<Real>(constant(minusHalf), v128.mul<Real>(z, z)));
}

/** Φ(z), the share of a normal distribution below z. */
// @ts-expect-error: decorator
@inline
function below(z: v128, bell: v128): v128 {
  const tail = upperTail(v128.abs<Real>(z), bell);
  return v128.bitselect(tail, v128.sub<Real>(constant(one), tail), v128.lt<Real>(z, v128.splat<Real>(0)));
}

/** z·Φ(z) */
export function gelu(z: v128): v128 {
  return v128.mul<Real>(z, below(z, bellOf(z)));
}

/** Φ(z) + z·φ(z) */
export function geluGradient(z: v128, _a: v128, dA: v128): v128 {
  const bell = bellOf(z);
  return v128.mul<Real>(dA, fma(v128.mul<Real>(z, constant(density)), bell, below(z, bell)));
}
