import { first, last } from '../share';
import { address, number, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/** S = keep·Y + add. [n, Y, keep, add, S] */
export function smoothLabels(call: usize, m: i32): void {
  const n = whole(call, 0) * m;
  const keep = <Real>number(call, 2);
  const add = <Real>number(call, 3);
  const from = (<usize>first(n, unit)) << shift;
  const end = address(call, 4) + ((<usize>last(n, unit)) << shift);
  let y = address(call, 1) + from;
  for (let s = address(call, 4) + from; s < end; s += 1 << shift) {
    store<Real>(s, keep * load<Real>(y) + add);
    y += 1 << shift;
  }
}
