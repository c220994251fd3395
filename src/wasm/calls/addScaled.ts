import { first, last } from '../share';
import { address, number, whole } from '../slots';
import { fma } from '../variants/fma';
import { Real, shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/** sum = factor·A + offset, or sum += it. [n, A, factor, offset, sum, add] */
export function addScaled(call: usize, m: i32): void {
  const n = whole(call, 0) * m;
  const from = (<usize>first(n, unit)) << shift;
  const end = address(call, 4) + ((<usize>last(n, unit)) << shift);
  let a = address(call, 1) + from;
  let sum = address(call, 4) + from;
  const factor = <Real>number(call, 2);
  const offset = <Real>number(call, 3);
  const add = whole(call, 5) !== 0;
  const factors = v128.splat<Real>(factor);
  const offsets = v128.splat<Real>(offset);
  for (; sum + 16 <= end; sum += 16) {
    const scaled = fma(v128.load(a), factors, offsets);
    v128.store(sum, add ? v128.add<Real>(v128.load(sum), scaled) : scaled);
    a += 16;
  }
  for (; sum < end; sum += 1 << shift) {
    const scaled = load<Real>(a) * factor + offset;
    store<Real>(sum, add ? load<Real>(sum) + scaled : scaled);
    a += 1 << shift;
  }
}
