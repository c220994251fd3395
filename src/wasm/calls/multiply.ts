import { first, last } from '../share';
import { address, whole } from '../slots';
import { fma } from '../variants/fma';
import { Real, shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/** C = A∘B, or C += A∘B. [n, A, B, C, add] */
export function multiply(call: usize, m: i32): void {
  const n = whole(call, 0) * m;
  const from = (<usize>first(n, unit)) << shift;
  const end = address(call, 3) + ((<usize>last(n, unit)) << shift);
  let a = address(call, 1) + from;
  let b = address(call, 2) + from;
  let c = address(call, 3) + from;
  const add = whole(call, 4) !== 0;
  for (; c + 16 <= end; c += 16) {
    const before = add ? v128.load(c) : v128.splat<Real>(0);
    v128.store(c, fma(v128.load(a), v128.load(b), before));
    a += 16;
    b += 16;
  }
  for (; c < end; c += 1 << shift) {
    store<Real>(c, (add ? load<Real>(c) : 0) + load<Real>(a) * load<Real>(b));
    a += 1 << shift;
    b += 1 << shift;
  }
}
