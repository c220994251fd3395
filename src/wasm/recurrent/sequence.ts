// What calls that go step by step have in common. They begin with [units, steps, whether all steps are given on or the last
// alone, whether the last step is taken first, Waa], and their batches hold a step after the other within an example.
import { clearRun } from '../row';
import { whole } from '../slots';
import { shift } from '../variants/real';

export function unitsOf(call: usize): i32 {
  return whole(call, 0);
}

export function stepsOf(call: usize): i32 {
  return whole(call, 1);
}

/** Slots of their own begin here. */
export const besides: i32 = 5;

/** The step that is taken as the k-th. */
export function stepAt(call: usize, k: i32): i32 {
  return whole(call, 3) !== 0 ? whole(call, 1) - 1 - k : k;
}

/** Where example i's step t begins in a batch of `width` bytes a step. */
// @ts-expect-error: decorator
@inline
export function stepOf(batch: usize, call: usize, i: i32, t: i32, width: usize): usize {
  return batch + (<usize>i * <usize>stepsOf(call) + <usize>t) * width;
}

/** Where the k-th step of example i writes its a⟨t⟩ in A; 0 where it isn't asked for. */
// @ts-expect-error: decorator
@inline
export function givenTo(A: usize, call: usize, i: i32, k: i32): usize {
  const width = (<usize>unitsOf(call)) << shift;
  if (whole(call, 2) !== 0) return stepOf(A, call, i, stepAt(call, k), width);
  return k === stepsOf(call) - 1 ? A + <usize>i * width : 0;
}

/** Where what the step after the k-th begins with stands in P; 0 behind the last. */
// @ts-expect-error: decorator
@inline
export function nextOf(P: usize, call: usize, i: i32, k: i32): usize {
  if (k === stepsOf(call) - 1) return 0;
  return stepOf(P, call, i, stepAt(call, k + 1), (<usize>unitsOf(call)) << shift);
}

/** a⟨0⟩ = 0, which the first step begins with. */
export function beginAtZero(P: usize, call: usize, from: i32, end: i32): void {
  const width = (<usize>unitsOf(call)) << shift;
  for (let i = from; i < end; i++) {
    const p = stepOf(P, call, i, stepAt(call, 0), width);
    clearRun(p, p + width);
  }
}
