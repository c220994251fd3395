import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/** C = the larger of A and B, NaN where one is. [n, A, B, C] */
export function maximum(call: usize, m: i32): void {
  const n = whole(call, 0) * m;
  const from = (<usize>first(n, unit)) << shift;
  const end = address(call, 3) + ((<usize>last(n, unit)) << shift);
  let a = address(call, 1) + from;
  let b = address(call, 2) + from;
  let c = address(call, 3) + from;
  for (; c + 16 <= end; c += 16) {
    v128.store(c, v128.max<Real>(v128.load(a), v128.load(b)));
    a += 16;
    b += 16;
  }
  for (; c < end; c += 1 << shift) {
    store<Real>(c, max<Real>(load<Real>(a), load<Real>(b)));
    a += 1 << shift;
    b += 1 << shift;
  }
}
