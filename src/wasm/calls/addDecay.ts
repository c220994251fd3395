import { held } from '../held';
import { first, last } from '../share';
import { address, number, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Numbers that a thread takes at a time. */
const unit: i32 = 64;

/** dW += scale/factor·W. [length, W, dW, scale, circumstances, which begin with the factor] */
export function addDecay(call: usize, _m: i32): void {
  const length = whole(call, 0);
  const from = (<usize>first(length, unit)) << shift;
  const end = address(call, 2) + ((<usize>last(length, unit)) << shift);
  const share = <Real>(number(call, 3) / load<f64>(address(call, 4)));
  const shares = held(share);
  let w = address(call, 1) + from;
  let g = address(call, 2) + from;
  for (; g + 16 <= end; g += 16) {
    v128.store(g, v128.add<Real>(v128.load(g), v128.mul<Real>(shares, v128.load(w))));
    w += 16;
  }
  for (; g < end; g += 1 << shift) {
    store<Real>(g, load<Real>(g) + share * load<Real>(w));
    w += 1 << shift;
  }
}
