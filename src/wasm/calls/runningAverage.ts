import { alone } from '../share';
import { address, number, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** s = μ·s + (1 − μ)·x. [momentum, length, x, average] */
export function runningAverage(call: usize, _m: i32): void {
  if (!alone()) return;
  const momentum = <Real>number(call, 0);
  const rest = <Real>(1 - number(call, 0));
  const length = (<usize>whole(call, 1)) << shift;
  const x = address(call, 2);
  const average = address(call, 3);
  for (let k: usize = 0; k < length; k += 1 << shift)
    store<Real>(average + k, momentum * load<Real>(average + k) + rest * load<Real>(x + k));
}
