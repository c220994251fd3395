import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/** x = 0, for `length` numbers, or as many for each example. [x, length, for each example] */
export function clear(call: usize, m: i32): void {
  const n = whole(call, 1) * (whole(call, 2) === 0 ? 1 : m);
  const from = (<usize>first(n, unit)) << shift;
  memory.fill(address(call, 0) + from, 0, ((<usize>last(n, unit)) << shift) - from);
}

/** Z = P + b for each example. [n, P, b or 0, Z] */
export function addBias(call: usize, m: i32): void {
  const n = whole(call, 0);
  const b = address(call, 2);
  const from = first(m, 4);
  const end = last(m, 4);
  if (b === 0) {
    const at = (<usize>from * <usize>n) << shift;
    memory.copy(address(call, 3) + at, address(call, 1) + at, (<usize>(end - from) * <usize>n) << shift);
    return;
  }
  if (n === 1) {
    addNumber(address(call, 1), load<Real>(b), address(call, 3), from, end);
    return;
  }
  const width = (<usize>n) << shift;
  for (let i = from; i < end; i++) {
    const p = address(call, 1) + <usize>i * width;
    const z = address(call, 3) + <usize>i * width;
    let j: usize = 0;
    for (; j + 16 <= width; j += 16) v128.store(z + j, v128.add<Real>(v128.load(p + j), v128.load(b + j)));
    for (; j < width; j += 1 << shift) store<Real>(z + j, load<Real>(p + j) + load<Real>(b + j));
  }
}

function addNumber(p: usize, b: Real, z: usize, from: i32, end: i32): void {
  let at = (<usize>from) << shift;
  const to = (<usize>end) << shift;
  const B = v128.splat<Real>(b);
  for (; at + 16 <= to; at += 16) v128.store(z + at, v128.add<Real>(v128.load(p + at), B));
  for (; at < to; at += 1 << shift) store<Real>(z + at, load<Real>(p + at) + b);
}

/** C = A − B. [n, A, B, C] */
export function subtract(call: usize, m: i32): void {
  const n = whole(call, 0) * m;
  const from = (<usize>first(n, unit)) << shift;
  const end = address(call, 3) + ((<usize>last(n, unit)) << shift);
  let a = address(call, 1) + from;
  let b = address(call, 2) + from;
  let c = address(call, 3) + from;
  for (; c + 16 <= end; c += 16) {
    v128.store(c, v128.sub<Real>(v128.load(a), v128.load(b)));
    a += 16;
    b += 16;
  }
  for (; c < end; c += 1 << shift) {
    store<Real>(c, load<Real>(a) - load<Real>(b));
    a += 1 << shift;
    b += 1 << shift;
  }
}

/** sum = A, or sum += A. [n, A, sum, add] */
export function accumulate(call: usize, m: i32): void {
  const n = whole(call, 0) * m;
  const from = (<usize>first(n, unit)) << shift;
  const end = address(call, 2) + ((<usize>last(n, unit)) << shift);
  addRun(address(call, 1) + from, address(call, 2) + from, end, whole(call, 3) !== 0);
}

/** Rows `from … from + n` of the target = the source, or += it. [source n, source, target n, target, from, add] */
export function accumulateRows(call: usize, m: i32): void {
  const width = (<usize>whole(call, 0)) << shift;
  const pitch = (<usize>whole(call, 2)) << shift;
  const target = address(call, 3) + ((<usize>whole(call, 4)) << shift);
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const to = target + <usize>i * pitch;
    addRun(address(call, 1) + <usize>i * width, to, to + width, whole(call, 5) !== 0);
  }
}

/** The target = rows `from … from + n` of the source, or += them. [source n, source, from, target n, target, add] */
export function accumulateSlice(call: usize, m: i32): void {
  const pitch = (<usize>whole(call, 0)) << shift;
  const width = (<usize>whole(call, 3)) << shift;
  const source = address(call, 1) + ((<usize>whole(call, 2)) << shift);
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const to = address(call, 4) + <usize>i * width;
    addRun(source + <usize>i * pitch, to, to + width, whole(call, 5) !== 0);
  }
}

/**
 * sum += A, with what rounding loses of it kept in the rest and added the next time (Kahan, 1965). [n, A, sum, rest]
 */
export function addExactly(call: usize, m: i32): void {
  const n = whole(call, 0) * m;
  const from = <usize>first(n, unit) << shift;
  const end = address(call, 2) + (<usize>last(n, unit) << shift);
  let a = address(call, 1) + from;
  let sum = address(call, 2) + from;
  let rest = address(call, 3) + from;
  for (; sum + 16 <= end; sum += 16) {
    const before = v128.load(sum);
    const term = v128.sub<Real>(v128.load(a), v128.load(rest));
    const after = v128.add<Real>(before, term);
    v128.store(rest, v128.sub<Real>(v128.sub<Real>(after, before), term));
    v128.store(sum, after);
    a += 16;
    rest += 16;
  }
  for (; sum < end; sum += 1 << shift) {
    const before = load<Real>(sum);
    const term = load<Real>(a) - load<Real>(rest);
    const after: Real = before + term;
    store<Real>(rest, after - before - term);
    store<Real>(sum, after);
    a += 1 << shift;
    rest += 1 << shift;
  }
}

function addRun(a: usize, sum: usize, end: usize, add: bool): void {
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
