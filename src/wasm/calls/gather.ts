import { first, last } from '../share';
import { address, number, whole } from '../slots';
import { convertStored } from '../stored';
import { shift } from '../variants/real';

/**
 * X = the examples that `indices` names, one after the other, converted and scaled: x / scale, then (x − mean) /
 * deviation where they are given. Examples are taken from index `start` on, which is read from memory.
 * [type, data, n, indices, start, X, scale, mean or 0, deviation]
 */
export function gather(call: usize, m: i32): void {
  const type = whole(call, 0);
  const data = address(call, 1);
  const n = whole(call, 2);
  const indices = address(call, 3);
  const start = load<i32>(address(call, 4));
  const X = address(call, 5);
  const scale = number(call, 6);
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const example = load<i32>(indices + ((<usize>(start + i)) << 2));
    const to = X + ((<usize>i * <usize>n) << shift);
    const at = <usize>example * <usize>n;
    convertStored(type, data, at, n, scale, address(call, 7), address(call, 8), to);
  }
}
