import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/**
 * sum += A, with what rounding loses of it kept in the rest and added the next time (Kahan, 1965). [n, A, sum, rest]
 */
export function addExactly(call: usize, m: i32): void {
  const n = whole(call, 0) * m;
  const from = <usize>first(n, unit) << shift;
  const end = address(call, 2) + (<usize>last(n, unit) << shift);
  let a = address(call, 1) + from;
  let sum = address(call, 2) + from;
  let rest = address(call, 3) + from;
  for (; sum + 16 <= end; sum += 16) {
    const before = v128.load(sum);
    const term = v128.sub<Real>(v128.load(a), v128.load(rest));
    const after = v128.add<Real>(before, term);
    v128.store(rest, v128.sub<Real>(v128.sub<Real>(after, before), term));
    v128.store(sum, after);
    a += 16;
    rest += 16;
  }
  for (; sum < end; sum += 1 << shift) {
    const before = load<Real>(sum);
    const term = load<Real>(a) - load<Real>(rest);
    const after: Real = before + term;
    store<Real>(rest, after - before - term);
    store<Real>(sum, after);
    a += 1 << shift;
    rest += 1 << shift;
  }
}
