import { exp, log } from '../math';
import { BINARY_CROSS_ENTROPY, CATEGORICAL_CROSS_ENTROPY } from '../opcodes';
import { lane, largest } from '../row';
import { alone } from '../share';
import { address, whole } from '../slots';
import { lanes, Real, shift } from '../variants/real';

/**
 * sum += Σ L over the examples: a cross-entropy from Z of the activation it pairs with, a squared error from A. The sum
 * is f64 in either build. [loss, n, Z or A, Y, sum]
 */
export function sumLoss(call: usize, m: i32): void {
  if (!alone()) return;
  const loss = whole(call, 0);
  const n = whole(call, 1);
  const x = address(call, 2);
  const y = address(call, 3);
  let sum: f64 = 0;
  if (loss === CATEGORICAL_CROSS_ENTROPY) {
    const width = <usize>n << shift;
    for (let i: usize = 0; i < <usize>m; i++) sum += categorical(x + i * width, y + i * width, n);
  } else {
    sum = loss === BINARY_CROSS_ENTROPY ? binary(x, y, n * m) : squares(x, y, n * m);
  }
  const total = address(call, 4);
  store<f64>(total, load<f64>(total) + sum);
}

/** Σ max(z, 0) − y·z + ln(1 + e^−|z|), exact however large z is. */
function binary(z: usize, y: usize, length: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < length; i += lanes) {
    const Z = v128.load(z);
    const losses = v128.add<Real>(
      v128.sub<Real>(v128.max<Real>(Z, v128.splat<Real>(0)), v128.mul<Real>(v128.load(y), Z)),
      log(v128.add<Real>(v128.splat<Real>(1), exp(v128.neg<Real>(v128.abs<Real>(Z))))),
    );
    sum += lanesOf(losses, length - i);
    z += 16;
    y += 16;
  }
  return sum;
}

function squares(a: usize, y: usize, length: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < length; i += lanes) {
    const difference = v128.sub<Real>(v128.load(a), v128.load(y));
    sum += lanesOf(v128.mul<Real>(difference, difference), length - i);
    a += 16;
    y += 16;
  }
  return sum;
}

/** Σ yⱼ·(ln Σₖ e^zₖ − zⱼ), with the largest z taken out of the exponentials. */
function categorical(z: usize, y: usize, n: i32): f64 {
  const most = largest(z, n);
  let exponentials: f64 = 0;
  for (let j = 0; j < n; j += lanes) {
    const e = exp(v128.sub<Real>(v128.load(z + (<usize>j << shift)), v128.splat<Real>(most)));
    exponentials += lanesOf(e, n - j);
  }
  const logSum = <f64>lane(log(v128.splat<Real>(<Real>exponentials)), 0);
  let sum: f64 = 0;
  for (let j: usize = 0; j < <usize>n << shift; j += 1 << shift) {
    sum += <f64>load<Real>(y + j) * (logSum - (<f64>load<Real>(z + j) - <f64>most));
  }
  return sum;
}

/** The sum of the first `count` lanes. */
// @ts-expect-error: decorator
@inline
function lanesOf(v: v128, count: i32): f64 {
  let sum = <f64>lane(v, 0);
  if (count > 1) sum += <f64>lane(v, 1);
  if (lanes === 4) {
    if (count > 2) sum += <f64>lane(v, 2);
    if (count > 3) sum += <f64>lane(v, 3);
  }
  return sum;
}
