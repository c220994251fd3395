import { constant } from '../constant';
import { Real } from '../variants/real';

const three = memory.data<Real>([3]);
const minusThree = memory.data<Real>([-3]);
const six = memory.data<Real>([6]);
const half = memory.data<Real>([0.5]);

// @ts-expect-error: decorator
@inline
export function hardSwish(z: v128): v128 {
  const between = v128.div<Real>(v128.mul<Real>(z, v128.add<Real>(z, constant(three))), constant(six));
  return selected(z, z, between);
}

// @ts-expect-error: decorator
@inline
export function hardSwishGradient(z: v128, _a: v128, dA: v128): v128 {
  const between = v128.mul<Real>(dA, v128.add<Real>(v128.div<Real>(z, constant(three)), constant(half)));
  return selected(z, dA, between);
}

/** 0 up to −3, `above` from 3 on, and `between` there and where z is no number. */
// @ts-expect-error: decorator
@inline
function selected(z: v128, above: v128, between: v128): v128 {
  const right = v128.bitselect(above, between, v128.ge<Real>(z, constant(three)));
  return v128.andnot(right, v128.le<Real>(z, constant(minusThree)));
}
