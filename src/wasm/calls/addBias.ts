import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

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
