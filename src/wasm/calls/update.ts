import { held } from '../held';
import { ADAGRAD, ADAM, MOMENTUM, SGD } from '../opcodes';
import { across } from '../row';
import { alone, first, last, scratch } from '../share';
import { address, number, whole } from '../slots';
import { fma } from '../variants/fma';
import { Real, shift } from '../variants/real';

const unit: i32 = 64;

/**
 * One step of an optimizer over a parameter, in one pass: the gradient is scaled, the running averages and the parameter
 * are brought on, and NaN is left in `circumstances[2]` where a value is no longer finite.
 * [optimizer, parameter, gradient, length, slot, second slot, circumstances, learning rate, β or β₁, β₂, ε]
 * circumstances, in f64: [factor of the gradient, steps taken so far, 0 or NaN]
 */
export function update(call: usize): void {
  const length = whole(call, 3);
  const from = <usize>first(length, unit) << shift;
  const bytes = (<usize>last(length, unit) << shift) - from;
  const p = address(call, 1) + from;
  const g = address(call, 2) + from;
  const a = address(call, 4) + from;
  const b = address(call, 5) + from;
  const vectors = bytes & ~15;
  const sum = sweep(call, p, g, a, b, vectors) + rest(call, p + vectors, g + vectors, a + vectors, b + vectors, bytes - vectors);
  // NaN isn't equal to itself
  if (sum !== sum) store<f64>(address(call, 6), <f64>sum, 16);
}

/** What is less than a vector, in a place of its own, where nothing lies beside it. */
function rest(call: usize, p: usize, g: usize, a: usize, b: usize, bytes: usize): Real {
  if (bytes === 0) return 0;
  const slots = whole(call, 0) === SGD ? 0 : whole(call, 0) === ADAM ? 2 : 1;
  const room = scratch();
  memory.fill(room, 0, 64);
  memory.copy(room, p, bytes);
  memory.copy(room + 16, g, bytes);
  if (slots > 0) memory.copy(room + 32, a, bytes);
  if (slots > 1) memory.copy(room + 48, b, bytes);
  const sum = sweep(call, room, room + 16, room + 32, room + 48, 16);
  memory.copy(p, room, bytes);
  if (slots > 0) memory.copy(a, room + 32, bytes);
  if (slots > 1) memory.copy(b, room + 48, bytes);
  return sum;
}

/**
 * The optimizer over whole vectors of the parameter p, the gradient g and the running averages a and b. Returns 0, or NaN
 * where a value isn't finite: 0·x is 0 for every finite x and NaN for the others.
 */
function sweep(call: usize, p: usize, g: usize, a: usize, b: usize, bytes: usize): Real {
  const optimizer = whole(call, 0);
  const circumstances = address(call, 6);
  const factor = held(<Real>load<f64>(circumstances));
  const rate = held(<Real>number(call, 7));
  const beta1 = number(call, 8);
  const beta2 = number(call, 9);
  const epsilon = held(<Real>number(call, 10));
  const zero = held(0);
  const end = p + bytes;
  let check = zero;

  if (optimizer === SGD) {
    for (; p < end; p += 16, g += 16) {
      const value = v128.sub<Real>(v128.load(p), v128.mul<Real>(rate, v128.mul<Real>(v128.load(g), factor)));
      check = fma(value, zero, check);
      v128.store(p, value);
    }
  } else if (optimizer === MOMENTUM) {
    const keep = held(<Real>beta1);
    const take = held(<Real>(1 - beta1));
    for (; p < end; p += 16, g += 16, a += 16) {
      const gradient = v128.mul<Real>(v128.load(g), factor);
      const v = fma(keep, v128.load(a), v128.mul<Real>(take, gradient));
      const value = v128.sub<Real>(v128.load(p), v128.mul<Real>(rate, v));
      v128.store(a, v);
      v128.store(p, value);
      check = fma(value, zero, check);
    }
  } else if (optimizer === ADAM) {
    const t = load<f64>(circumstances, 8) + 1;
    // α·v/(1 − β₁ᵗ) / (√(s/(1 − β₂ᵗ)) + ε), with the corrections taken out of the loop
    const vRate = held(<Real>(number(call, 7) / (1 - Math.pow(beta1, t))));
    const sScale = held(<Real>(1 / Math.sqrt(1 - Math.pow(beta2, t))));
    const keepV = held(<Real>beta1);
    const takeV = held(<Real>(1 - beta1));
    const keepS = held(<Real>beta2);
    const takeS = held(<Real>(1 - beta2));
    for (; p < end; p += 16, g += 16, a += 16, b += 16) {
      const gradient = v128.mul<Real>(v128.load(g), factor);
      const s = fma(keepS, v128.load(b), v128.mul<Real>(takeS, v128.mul<Real>(gradient, gradient)));
      const v = fma(keepV, v128.load(a), v128.mul<Real>(takeV, gradient));
      const root = fma(v128.sqrt<Real>(s), sScale, epsilon);
      const value = v128.sub<Real>(v128.load(p), v128.div<Real>(v128.mul<Real>(vRate, v), root));
      v128.store(b, s);
      v128.store(a, v);
      v128.store(p, value);
      check = fma(v128.add<Real>(value, s), zero, check);
    }
  } else {
    // RMSprop keeps an average of the squares, Adagrad their sum
    const keep = held(optimizer === ADAGRAD ? 1 : <Real>beta1);
    const take = held(optimizer === ADAGRAD ? 1 : <Real>(1 - beta1));
    for (; p < end; p += 16, g += 16, a += 16) {
      const gradient = v128.mul<Real>(v128.load(g), factor);
      const s = fma(keep, v128.load(a), v128.mul<Real>(take, v128.mul<Real>(gradient, gradient)));
      const root = v128.add<Real>(v128.sqrt<Real>(s), epsilon);
      const value = v128.sub<Real>(v128.load(p), v128.div<Real>(v128.mul<Real>(rate, gradient), root));
      v128.store(a, s);
      v128.store(p, value);
      check = fma(v128.add<Real>(value, s), zero, check);
    }
  }
  return across(check);
}

/** One step more was taken. [circumstances] */
export function advance(call: usize): void {
  if (!alone()) return;
  const circumstances = address(call, 0);
  store<f64>(circumstances, load<f64>(circumstances, 8) + 1, 8);
}
