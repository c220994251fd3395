import { addRun } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { shift } from '../variants/real';

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
