import { Real } from './real';

/** a·b + c, rounded twice. */
// @ts-expect-error: decorator
@inline
export function fma(a: v128, b: v128, c: v128): v128 {
  return v128.add<Real>(v128.mul<Real>(a, b), c);
}
