import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Examples that a thread takes at a time. */
const unit: i32 = 16;

/** D = w·D for each example, with the weight of its class. [weights, n of Y, Y, n of D, D] */
export function weighExamples(call: usize, m: i32): void {
  const labels = whole(call, 1);
  const n = whole(call, 3);
  const end = last(m, unit);
  for (let i = first(m, unit); i < end; i++) {
    const y = address(call, 2) + ((<usize>(i * labels)) << shift);
    const weight = <Real>load<f64>(address(call, 0) + ((<usize>label(y, labels)) << 3));
    let d = address(call, 4) + ((<usize>(i * n)) << shift);
    const stop = d + ((<usize>n) << shift);
    for (; d < stop; d += 1 << shift) store<Real>(d, weight * load<Real>(d));
  }
}

/** The class of an example: the largest of its labels, or 0 or 1 where there is one. */
function label(y: usize, n: i32): i32 {
  if (n === 1) return load<Real>(y) > 0.5 ? 1 : 0;
  let most = 0;
  let highest = load<Real>(y);
  for (let j = 1; j < n; j++) {
    const value = load<Real>(y + ((<usize>j) << shift));
    if (value > highest) {
      highest = value;
      most = j;
    }
  }
  return most;
}
