import { constant } from '../constant';
import { exp, one, sigmoid, tanh } from '../math';
import { LEAKY_RELU, RELU, SIGMOID, SOFTMAX, TANH } from '../opcodes';
import { across, largest, tail } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

const unit: i32 = 64;

/** The slope of leaky ReLU below zero. */
const slope: Real = <Real>0.01;

/** A = g(Z). [g, n, Z, A] */
export function activate(call: usize, m: i32): void {
  const g = whole(call, 0);
  const n = whole(call, 1);
  if (g === SOFTMAX) {
    const end = last(m, 1);
    const width = <usize>n << shift;
    for (let i = <usize>first(m, 1); i < <usize>end; i++) {
      softmax(address(call, 2) + i * width, n, address(call, 3) + i * width);
    }
    return;
  }
  const from = <usize>first(n * m, unit) << shift;
  const end = address(call, 3) + (<usize>last(n * m, unit) << shift);
  let z = address(call, 2) + from;
  let a = address(call, 3) + from;
  if (g === SIGMOID) {
    for (; a + 16 <= end; a += 16, z += 16) v128.store(a, sigmoid(v128.load(z)));
    if (a < end) tail.write(sigmoid(v128.load(z)), a, end);
  } else if (g === TANH) {
    for (; a + 16 <= end; a += 16, z += 16) v128.store(a, tanh(v128.load(z)));
    if (a < end) tail.write(tanh(v128.load(z)), a, end);
  } else if (g === RELU) {
    for (; a + 16 <= end; a += 16, z += 16) v128.store(a, relu(v128.load(z)));
    if (a < end) tail.write(relu(v128.load(z)), a, end);
  } else if (g === LEAKY_RELU) {
    for (; a + 16 <= end; a += 16, z += 16) v128.store(a, leakyRelu(v128.load(z)));
    if (a < end) tail.write(leakyRelu(v128.load(z)), a, end);
  } else {
    memory.copy(a, z, end - a);
  }
}

/** dZ = dA ∘ g′(Z), from A where g′ follows from it. [g, n, Z, A, dA, dZ] */
export function activateGradient(call: usize, m: i32): void {
  const g = whole(call, 0);
  const n = whole(call, 1);
  if (g === SOFTMAX) {
    const end = last(m, 1);
    const width = <usize>n << shift;
    for (let i = <usize>first(m, 1); i < <usize>end; i++) {
      const at = i * width;
      softmaxGradient(address(call, 3) + at, address(call, 4) + at, n, address(call, 5) + at);
    }
    return;
  }
  const from = <usize>first(n * m, unit) << shift;
  const end = address(call, 5) + (<usize>last(n * m, unit) << shift);
  let z = address(call, 2) + from;
  let a = address(call, 3) + from;
  let dA = address(call, 4) + from;
  let dZ = address(call, 5) + from;
  for (; dZ + 16 <= end; dZ += 16) {
    v128.store(dZ, slopeTimes(g, v128.load(z), v128.load(a), v128.load(dA)));
    z += 16;
    a += 16;
    dA += 16;
  }
  if (dZ < end) tail.write(slopeTimes(g, v128.load(z), v128.load(a), v128.load(dA)), dZ, end);
}

// @ts-expect-error: decorator
@inline
function slopeTimes(g: i32, z: v128, a: v128, dA: v128): v128 {
  if (g === SIGMOID) return v128.mul<Real>(v128.mul<Real>(dA, a), v128.sub<Real>(constant(one), a));
  if (g === TANH) {
    return v128.mul<Real>(dA, v128.mul<Real>(v128.sub<Real>(constant(one), a), v128.add<Real>(constant(one), a)));
  }
  const positive = v128.gt<Real>(z, v128.splat<Real>(0));
  if (g === RELU) return v128.and(dA, positive);
  if (g === LEAKY_RELU) return v128.bitselect(dA, v128.mul<Real>(dA, v128.splat<Real>(slope)), positive);
  return dA;
}

/** max(0, z), and NaN where z is. */
// @ts-expect-error: decorator
@inline
function relu(z: v128): v128 {
  return v128.pmax<Real>(z, v128.splat<Real>(0));
}

// @ts-expect-error: decorator
@inline
function leakyRelu(z: v128): v128 {
  return v128.pmax<Real>(z, v128.mul<Real>(z, v128.splat<Real>(slope)));
}

/** One example: e^(zⱼ − max z) / Σ. */
function softmax(z: usize, n: i32, a: usize): void {
  const most = v128.splat<Real>(largest(z, n));
  const end = a + (<usize>n << shift);
  let sums = v128.splat<Real>(0);
  let to = a;
  for (; to + 16 <= end; to += 16, z += 16) {
    const e = exp(v128.sub<Real>(v128.load(z), most));
    v128.store(to, e);
    sums = v128.add<Real>(sums, e);
  }
  let sum = across(sums);
  if (to < end) {
    tail.write(exp(v128.sub<Real>(v128.load(z), most)), to, end);
    for (let p = to; p < end; p += 1 << shift) sum += load<Real>(p);
  }
  const divisor = v128.splat<Real>(sum);
  for (to = a; to + 16 <= end; to += 16) v128.store(to, v128.div<Real>(v128.load(to), divisor));
  for (; to < end; to += 1 << shift) store<Real>(to, load<Real>(to) / sum);
}

/** One example: dzⱼ = aⱼ·(daⱼ − Σₖ aₖ·daₖ). */
function softmaxGradient(a: usize, dA: usize, n: i32, dZ: usize): void {
  let mean: Real = 0;
  for (let j: usize = 0; j < <usize>n << shift; j += 1 << shift) mean += load<Real>(a + j) * load<Real>(dA + j);
  for (let j: usize = 0; j < <usize>n << shift; j += 1 << shift) {
    store<Real>(dZ + j, load<Real>(a + j) * (load<Real>(dA + j) - mean));
  }
}
