import { constant } from './constant';
import { fma } from './variants/fma';

/** One term more of a polynomial, from its highest on: p·x + the coefficient at an address. */
// @ts-expect-error: decorator
@inline
export function series(p: v128, x: v128, next: usize): v128 {
  return fma(p, x, constant(next));
}
