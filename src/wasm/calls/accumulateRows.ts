import { addRun } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { shift } from '../variants/real';

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
