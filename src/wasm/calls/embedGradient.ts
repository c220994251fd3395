import { addRun, clearRun } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { lanes, Real, shift } from '../variants/real';

/**
 * dE += dA, each row to the row that its index names. Threads take columns, so that each sum is one thread's, in the order of
 * the examples, however often an index comes. [X, dA, dE, rows, columns, add]
 */
export function embedGradient(call: usize, m: i32): void {
  const X = address(call, 0);
  const dA = address(call, 1);
  const dE = address(call, 2);
  const rows = whole(call, 3);
  const columns = whole(call, 4);
  const pitch = (<usize>columns) << shift;
  const from = <usize>first(columns, lanes) << shift;
  const width = (<usize>last(columns, lanes) << shift) - from;
  if (width === 0) return;
  if (whole(call, 5) === 0) {
    for (let i = 0; i < rows; i++) {
      const to = dE + <usize>i * pitch + from;
      clearRun(to, to + width);
    }
  }
  for (let i = 0; i < m; i++) {
    const index = load<Real>(X + ((<usize>i) << shift));
    if (!(index >= 0 && index < <Real>rows && <Real>(<i32>index) === index)) continue;
    const to = dE + <usize>(<i32>index) * pitch + from;
    addRun(dA + <usize>i * pitch + from, to, to + width, true);
  }
}
