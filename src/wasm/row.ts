// Runs of numbers whose length isn't a whole number of vectors.
import { lanes, Real, shift } from './variants/real';

export namespace tail {
  /** Writes the first lanes of a vector, up to `end`. */
  export function write(v: v128, to: usize, end: usize): void {
    for (let i = 0; to < end; i++) {
      store<Real>(to, lane(v, i));
      to += 1 << shift;
    }
  }
}

/** The largest of n numbers. */
export function largest(x: usize, n: i32): Real {
  let most = load<Real>(x);
  const end = x + ((<usize>n) << shift);
  for (let p = x; p < end; p += 1 << shift) most = max<Real>(most, load<Real>(p));
  return most;
}

/** The sum of a vector's lanes. */
export function across(v: v128): Real {
  const sum = lane(v, 0) + lane(v, 1);
  return lanes === 4 ? sum + (lane(v, 2) + lane(v, 3)) : sum;
}

/** A lane by its number. */
export function lane(v: v128, i: i32): Real {
  if (lanes === 4) {
    if (i === 0) return <Real>f32x4.extract_lane(v, 0);
    if (i === 1) return <Real>f32x4.extract_lane(v, 1);
    if (i === 2) return <Real>f32x4.extract_lane(v, 2);
    return <Real>f32x4.extract_lane(v, 3);
  }
  return <Real>(i === 0 ? f64x2.extract_lane(v, 0) : f64x2.extract_lane(v, 1));
}

/** sum = a, or sum += a, up to the sum's end. */
export function addRun(a: usize, sum: usize, end: usize, add: bool): void {
  if (!add) {
    memory.copy(sum, a, end - sum);
    return;
  }
  for (; sum + 16 <= end; sum += 16) {
    v128.store(sum, v128.add<Real>(v128.load(sum), v128.load(a)));
    a += 16;
  }
  for (; sum < end; sum += 1 << shift) {
    store<Real>(sum, load<Real>(sum) + load<Real>(a));
    a += 1 << shift;
  }
}

/** The sum of the first `count` lanes. */
// @ts-expect-error: decorator
@inline
export function lanesOf(v: v128, count: i32): f64 {
  let sum = <f64>lane(v, 0);
  if (count > 1) sum += <f64>lane(v, 1);
  if (lanes === 4) {
    if (count > 2) sum += <f64>lane(v, 2);
    if (count > 3) sum += <f64>lane(v, 3);
  }
  return sum;
}

/** sum[j] += v[j] for the lanes before the sum's end. */
// @ts-expect-error: decorator
@inline
export function addVector(v: v128, sum: usize, end: usize): void {
  const total = v128.add<Real>(v128.load(sum), v);
  if (sum + 16 <= end) v128.store(sum, total);
  else tail.write(total, sum, end);
}

/** Writes the lanes of a vector that lie before the end. */
// @ts-expect-error: decorator
@inline
export function put(v: v128, to: usize, end: usize): void {
  if (to + 16 <= end) v128.store(to, v);
  else tail.write(v, to, end);
}

/** Copies a run that is too short for the machine's own copying to pay. */
// @ts-expect-error: decorator
@inline
export function copyRun(from: usize, to: usize, end: usize): void {
  for (; to + 16 <= end; to += 16, from += 16) v128.store(to, v128.load(from));
  for (; to < end; to += 1 << shift, from += 1 << shift) store<Real>(to, load<Real>(from));
}

// @ts-expect-error: decorator
@inline
export function clearRun(to: usize, end: usize): void {
  for (; to + 16 <= end; to += 16) v128.store(to, i32x4.splat(0));
  for (; to < end; to += 1 << shift) store<Real>(to, 0);
}
