// Calls that go over the columns of a batch: sums of each column over the examples.
import { lane } from './row';
import { scratch } from './share';
import { lanes } from './variants/real';

/** Columns whose factors are kept in the scratch memory at a time. */
export const chunk: i32 = 1024;
/** Columns that are summed together: four vectors, which is a line of the cache. */
export const together: i32 = 4 * lanes;
/** Examples that are summed in the precision of the numbers; their sums are summed in float64. */
export const run: i32 = 128;

/** The sums of `together` columns are gathered in float64 at the beginning of the scratch memory; there are two rows of them. */
const bytes: usize = 16 * 8;

export function clearTotals(): void {
  memory.fill(scratch(), 0, 2 * bytes);
}

/** Adds a vector's lanes to totals `first` …, of the one row or the other. */
// @ts-expect-error: decorator
@inline
export function gather(v: v128, first: i32, second: bool): void {
  const at = scratch() + ((<usize>first) << 3) + (second ? bytes : <usize>0);
  store<f64>(at, load<f64>(at) + <f64>lane(v, 0));
  store<f64>(at + 8, load<f64>(at + 8) + <f64>lane(v, 1));
  if (lanes === 4) {
    store<f64>(at + 16, load<f64>(at + 16) + <f64>lane(v, 2));
    store<f64>(at + 24, load<f64>(at + 24) + <f64>lane(v, 3));
  }
}

export function total(i: i32, second: bool): f64 {
  return load<f64>(scratch() + ((<usize>i) << 3) + (second ? bytes : <usize>0));
}
