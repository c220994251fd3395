// What calls of attention have in common. They begin with [T_q, T_k, width, heads, causal, key, circumstances, start, threshold,
// 1/(1 − rate) or 0]; a step holds `width` values, of which a head has d side by side.
import { draw, drawn } from '../philox';
import { address, number, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Slots of their own begin here. */
export const own: i32 = 10;

/** How many steps of K and V step t sees. */
export function seenBy(call: usize, t: i32): i32 {
  const steps = whole(call, 1);
  return whole(call, 4) !== 0 ? min(t + 1, steps) : steps;
}

export function drops(call: usize): bool {
  return number(call, 9) !== 0;
}

/** to = from without what is dropped, the rest times 1/(1 − rate), of `count` weights of example i, the first of them number k. */
export function dropRun(call: usize, i: i32, k: i32, from: usize, to: usize, count: i32): void {
  const key = address(call, 5);
  const seed = load<u32>(key);
  const layer = load<u32>(key, 4);
  const step = <u64>load<f64>(address(call, 6), 8);
  const example = load<i32>(address(call, 7)) + i;
  const threshold = <u32>whole(call, 8);
  const keep = <Real>number(call, 9);
  for (let s = 0; s < count; s++) {
    const place = k + s;
    if (s === 0 || (place & 3) === 0) draw(place >> 2, example, <u32>step, <u32>(step >> 32), seed, layer);
    const at = (<usize>s) << shift;
    const value = load<Real>(from + at) * keep;
    store<Real>(to + at, drawn(place & 3) >= threshold ? value : <Real>0);
  }
}
