import { copyRun } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** A = the row of E that each index names; NaN where it names none. [X, E, rows, columns, A] */
export function embed(call: usize, m: i32): void {
  const X = address(call, 0);
  const E = address(call, 1);
  const rows = whole(call, 2);
  const pitch = (<usize>whole(call, 3)) << shift;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const to = address(call, 4) + <usize>i * pitch;
    const index = load<Real>(X + ((<usize>i) << shift));
    if (index >= 0 && index < <Real>rows && <Real>(<i32>index) === index) {
      copyRun(E + <usize>(<i32>index) * pitch, to, to + pitch);
    } else {
      for (let at = to; at < to + pitch; at += 1 << shift) store<Real>(at, <Real>NaN);
    }
  }
}
