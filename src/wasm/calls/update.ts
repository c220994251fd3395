import { ADAGRAD, ADAM, MOMENTUM, RMSPROP, SGD } from '../opcodes';
import { across, lane, tail } from '../row';
import { alone, first, last } from '../share';
import { address, number, whole } from '../slots';
import { Real, shift } from '../variants/real';

const unit: i32 = 64;

/**
 * One step of an optimizer over a parameter, in one pass: the gradient is scaled, the running averages and the parameter
 * are brought on, and NaN is left in `circumstances[2]` where a value is no longer finite.
 * [optimizer, parameter, gradient, length, slot, second slot, circumstances, learning rate, β or β₁, β₂, ε]
 * circumstances, in f64: [factor of the gradient, steps taken so far, 0 or NaN]
 */
export function update(call: usize): void {
  const optimizer = whole(call, 0);
  const length = whole(call, 3);
  const from = <usize>first(length, unit) << shift;
  const end = address(call, 1) + (<usize>last(length, unit) << shift);
  const circumstances = address(call, 6);
  let p = address(call, 1) + from;
  let g = address(call, 2) + from;
  let first1 = address(call, 4) + from;
  let second = address(call, 5) + from;
  const factor = splat(<Real>load<f64>(circumstances));
  const rate = splat(<Real>number(call, 7));
  const beta1 = number(call, 8);
  const beta2 = number(call, 9);
  const epsilon = splat(<Real>number(call, 10));
  let check = splat(0);

  if (optimizer === SGD) {
    for (; p < end; p += 16, g += 16) {
      const value = v128.sub<Real>(v128.load(p), v128.mul<Real>(rate, v128.mul<Real>(v128.load(g), factor)));
      check = checked(check, value, p, end);
      put(value, p, p, end);
    }
  } else if (optimizer === MOMENTUM) {
    const b = splat(<Real>beta1);
    const rest = splat(<Real>(1 - beta1));
    for (; p < end; p += 16, g += 16, first1 += 16) {
      const gradient = v128.mul<Real>(v128.load(g), factor);
      const v = v128.add<Real>(v128.mul<Real>(b, v128.load(first1)), v128.mul<Real>(rest, gradient));
      const value = v128.sub<Real>(v128.load(p), v128.mul<Real>(rate, v));
      put(v, first1, p, end);
      check = checked(check, value, p, end);
      put(value, p, p, end);
    }
  } else if (optimizer === ADAM) {
    const t = load<f64>(circumstances, 8) + 1;
    // α·v/(1 − β₁ᵗ) / (√(s/(1 − β₂ᵗ)) + ε), with the corrections taken out of the loop
    const vRate = splat(<Real>(number(call, 7) / (1 - beta1 ** t)));
    const sScale = splat(<Real>(1 / Math.sqrt(1 - beta2 ** t)));
    const b1 = splat(<Real>beta1);
    const rest1 = splat(<Real>(1 - beta1));
    const b2 = splat(<Real>beta2);
    const rest2 = splat(<Real>(1 - beta2));
    for (; p < end; p += 16, g += 16, first1 += 16, second += 16) {
      const gradient = v128.mul<Real>(v128.load(g), factor);
      const v = v128.add<Real>(v128.mul<Real>(b1, v128.load(first1)), v128.mul<Real>(rest1, gradient));
      const s = v128.add<Real>(
        v128.mul<Real>(b2, v128.load(second)),
        v128.mul<Real>(v128.mul<Real>(rest2, gradient), gradient),
      );
      const root = v128.add<Real>(v128.mul<Real>(v128.sqrt<Real>(s), sScale), epsilon);
      const value = v128.sub<Real>(v128.load(p), v128.div<Real>(v128.mul<Real>(vRate, v), root));
      put(v, first1, p, end);
      put(s, second, p, end);
      check = checked(check, v128.add<Real>(value, s), p, end);
      put(value, p, p, end);
    }
  } else {
    // RMSprop keeps an average of the squares, Adagrad their sum
    const b = splat(optimizer === ADAGRAD ? 1 : <Real>beta1);
    const rest = splat(optimizer === ADAGRAD ? 1 : <Real>(1 - beta1));
    for (; p < end; p += 16, g += 16, first1 += 16) {
      const gradient = v128.mul<Real>(v128.load(g), factor);
      const s = v128.add<Real>(
        v128.mul<Real>(b, v128.load(first1)),
        v128.mul<Real>(v128.mul<Real>(rest, gradient), gradient),
      );
      const root = v128.add<Real>(v128.sqrt<Real>(s), epsilon);
      const value = v128.sub<Real>(v128.load(p), v128.div<Real>(v128.mul<Real>(rate, gradient), root));
      put(s, first1, p, end);
      check = checked(check, v128.add<Real>(value, s), p, end);
      put(value, p, p, end);
    }
  }
  const sum = across(check);
  // NaN isn't equal to itself
  if (sum !== sum) store<f64>(circumstances, <f64>sum, 16);
}

// @ts-expect-error: decorator
@inline
function splat(x: Real): v128 {
  return v128.splat<Real>(x);
}

/** Writes a vector, or as much of it as belongs to the parameter, which ends at `end`; `p` is in the parameter. */
// @ts-expect-error: decorator
@inline
function put(v: v128, to: usize, p: usize, end: usize): void {
  if (p + 16 <= end) v128.store(to, v);
  else tail.write(v, to, to + (end - p));
}

/** 0·x is 0 for every finite x and NaN for the others; of the last vector, only the lanes that are the parameter's. */
// @ts-expect-error: decorator
@inline
function checked(check: v128, value: v128, p: usize, end: usize): v128 {
  const zeros = v128.mul<Real>(value, splat(0));
  if (p + 16 <= end) return v128.add<Real>(check, zeros);
  let sum: Real = 0;
  for (let i: usize = 0; p + (i << shift) < end; i++) sum += lane(zeros, <i32>i);
  return v128.add<Real>(check, splat(sum));
}

/** One step more was taken. [circumstances] */
export function advance(call: usize): void {
  if (!alone()) return;
  const circumstances = address(call, 0);
  store<f64>(circumstances, load<f64>(circumstances, 8) + 1, 8);
}
