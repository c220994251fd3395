import { lane } from '../../row';

/** Writes a vector, or its first number where there is no other column. */
// @ts-expect-error: decorator
@inline
export function one(c: usize, v: v128, columns: i32): void {
  if (columns === 2) v128.store(c, v);
  else store<f64>(c, lane(v, 0));
}
