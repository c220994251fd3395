import { fma } from './variants/fma';
import { Real } from './variants/real';

/** One term more of a polynomial, from its highest on: p·x + next. */
// @ts-expect-error: decorator
@inline
export function series(p: v128, x: v128, next: Real): v128 {
  return fma(p, x, v128.splat<Real>(next));
}
