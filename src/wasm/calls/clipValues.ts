import { held } from '../held';
import { first, last } from '../share';
import { address, number, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/** Each number of the gradient between −most/factor and most/factor. [length, gradient, most, circumstances] */
export function clipValues(call: usize, _m: i32): void {
  const length = whole(call, 0);
  let g = address(call, 1) + ((<usize>first(length, unit)) << shift);
  const end = address(call, 1) + ((<usize>last(length, unit)) << shift);
  const bound = <Real>Math.abs(number(call, 2) / load<f64>(address(call, 3)));
  const above = held(bound);
  const below = held(-bound);
  for (; g + 16 <= end; g += 16) {
    v128.store(g, v128.max<Real>(below, v128.min<Real>(above, v128.load(g))));
  }
  for (; g < end; g += 1 << shift) store<Real>(g, max<Real>(-bound, min<Real>(bound, load<Real>(g))));
}
