// Runs of the units of one step.
import { put } from '../row';

/** A vector of a⟨t⟩ to each of two runs that are asked for, at a place within them; 0 where one isn't. */
// @ts-expect-error: decorator
@inline
export function giveOn(a: v128, to: usize, next: usize, at: usize, width: usize): void {
  if (to !== 0) put(a, to + at, to + width);
  if (next !== 0) put(a, next + at, next + width);
}

/** A vector of a run, or nothing where there is none. */
// @ts-expect-error: decorator
@inline
export function orZero(run: usize, at: usize): v128 {
  return run === 0 ? i32x4.splat(0) : v128.load(run + at);
}
