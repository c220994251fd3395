import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/** dA = dC where A is larger, half of it where both are equal, or dA += it. [n, A, B, dC, dA, add] */
export function maximumGradient(call: usize, m: i32): void {
  const n = whole(call, 0) * m;
  const from = (<usize>first(n, unit)) << shift;
  const end = address(call, 4) + ((<usize>last(n, unit)) << shift);
  let a = address(call, 1) + from;
  let b = address(call, 2) + from;
  let dc = address(call, 3) + from;
  const add = whole(call, 5) !== 0;
  for (let da = address(call, 4) + from; da < end; da += 1 << shift) {
    const x = load<Real>(a);
    const y = load<Real>(b);
    const share = load<Real>(dc) * <Real>(x > y ? 1.0 : x === y ? 0.5 : 0.0);
    store<Real>(da, add ? load<Real>(da) + share : share);
    a += 1 << shift;
    b += 1 << shift;
    dc += 1 << shift;
  }
}
