import { address, whole } from '../slots';
import { sumColumns } from '../sumColumns';

/** db = Σ dZ, or added to what is there. [dZ, rows, db, add] */
export function sumExamples(call: usize, m: i32): void {
  sumColumns(address(call, 0), whole(call, 1), m, address(call, 2), whole(call, 3) !== 0);
}
