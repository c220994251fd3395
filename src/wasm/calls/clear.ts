import { first, last } from '../share';
import { address, whole } from '../slots';
import { shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/** x = 0, for `length` numbers, or as many for each example. [x, length, for each example] */
export function clear(call: usize, m: i32): void {
  const n = whole(call, 1) * (whole(call, 2) === 0 ? 1 : m);
  const from = (<usize>first(n, unit)) << shift;
  memory.fill(address(call, 0) + from, 0, ((<usize>last(n, unit)) << shift) - from);
}
