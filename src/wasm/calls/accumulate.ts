import { addRun } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/** sum = A, or sum += A. [n, A, sum, add] */
export function accumulate(call: usize, m: i32): void {
  const n = whole(call, 0) * m;
  const from = (<usize>first(n, unit)) << shift;
  const end = address(call, 2) + ((<usize>last(n, unit)) << shift);
  addRun(address(call, 1) + from, address(call, 2) + from, end, whole(call, 3) !== 0);
}
