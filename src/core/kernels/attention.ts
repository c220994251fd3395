import type { Operands } from './call';
import type { Draws } from './operands';
import { drawn, thresholdOf } from './philox';

/** How many steps of K and V step t sees. */
export function seenBy(t: number, Tk: number, causal: boolean): number {
  return causal ? Math.min(t + 1, Tk) : Tk;
}

/** What weight k of example i is multiplied with: 0 where it is dropped, else 1/(1 − rate). */
export function factorOf({ key, at, start }: Draws, rate: number, i: number, k: number): number {
  if (rate === 0) return 1;
  const bits = drawn(key[0]!, key[1]!, k >> 2, start[0]! + i, at[1]!)[k & 3]!;
  return bits >= thresholdOf(rate) ? 1 / (1 - rate) : 0;
}

/** Σ of `count` products of values that begin at `a` and `b`. */
export function innerProduct(
  A: ArrayLike<number>,
  a: number,
  B: ArrayLike<number>,
  b: number,
  count: number,
): number {
  let sum = 0;
  for (let j = 0; j < count; j++) sum += A[a + j]! * B[b + j]!;
  return sum;
}

/** Examples, steps of Q, steps of K and V, width, heads, whether later steps are hidden, and the share that is dropped. */
export const attentionSizes = [
  [1, 1, 1, 1, 1, false, 0],
  [2, 3, 3, 4, 2, true, 0],
  [3, 5, 5, 6, 3, true, 0.3],
  [2, 4, 9, 10, 1, false, 0.5],
  [5, 13, 13, 16, 2, false, 0],
  [2, 33, 33, 24, 1, true, 0.1],
  [3, 2, 7, 9, 9, false, 0],
] as const;

export function drawsOf(make: Operands, i: number): Draws {
  const at = make.sums(3);
  at[1] = 1000 + i;
  return { key: make.place(Int32Array.of(5, i)), at, start: make.place(Int32Array.of(i * 7)) };
}
