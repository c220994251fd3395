import { step } from '../optimizers/all';
import { first, last, scratch } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

const unit: i32 = 64;

/**
 * One step of an optimizer over a parameter, in one pass: the gradient is scaled, the running averages and the parameter
 * are brought on, and NaN is left in `circumstances[2]` where a value is no longer finite.
 * [optimizer, parameter, gradient, length, number of slots, slot, second slot, circumstances, the optimizer's fields …]
 * circumstances, in f64: [factor of the gradient, steps taken so far, 0 or NaN, first step of the rates, what clipping
 * leaves, factors of the learning rate …]
 */
export function update(call: usize, _m: i32): void {
  const length = whole(call, 3);
  const from = <usize>first(length, unit) << shift;
  const bytes = (<usize>last(length, unit) << shift) - from;
  const p = address(call, 1) + from;
  const g = address(call, 2) + from;
  const a = address(call, 5) + from;
  const b = address(call, 6) + from;
  const vectors = bytes & ~15;
  const sum =
    step(whole(call, 0), call, p, g, a, b, p + vectors) +
    rest(call, p + vectors, g + vectors, a + vectors, b + vectors, bytes - vectors);
  // NaN isn't equal to itself
  if (sum !== sum) store<f64>(address(call, 7), <f64>sum, 16);
}

/** What is less than a vector, in a place of its own, where nothing lies beside it. */
function rest(call: usize, p: usize, g: usize, a: usize, b: usize, bytes: usize): Real {
  if (bytes === 0) return 0;
  const slots = whole(call, 4);
  const room = scratch();
  memory.fill(room, 0, 64);
  memory.copy(room, p, bytes);
  memory.copy(room + 16, g, bytes);
  if (slots > 0) memory.copy(room + 32, a, bytes);
  if (slots > 1) memory.copy(room + 48, b, bytes);
  const sum = step(whole(call, 0), call, room, room + 16, room + 32, room + 48, room + 16);
  memory.copy(p, room, bytes);
  if (slots > 0) memory.copy(a, room + 32, bytes);
  if (slots > 1) memory.copy(b, room + 48, bytes);
  return sum;
}
