import { Real } from './real';

/** a·b + c, rounded once where the machine can. */
// @ts-expect-error: decorator
@inline
export function fma(a: v128, b: v128, c: v128): v128 {
  return v128.relaxed_madd<Real>(a, b, c);
}
