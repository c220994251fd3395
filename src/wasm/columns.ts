// Calls that go over the columns of a batch, a few at a time.
import { lanes } from './variants/real';

/** Columns whose factors are kept in the scratch memory at a time. */
export const chunk: i32 = 1024;
/** Columns that are summed together: four vectors, which is a line of the cache. */
export const together: i32 = 4 * lanes;
/** Examples that are summed in the precision of the numbers; their sums are summed in float64. */
export const run: i32 = 128;
