import { alone } from '../share';
import { address, whole } from '../slots';

/** sum[0] = Σ blocks, one after the other. [length, blocks, sum] */
export function sumBlocks(call: usize, _m: i32): void {
  if (!alone()) return;
  const end = address(call, 1) + ((<usize>whole(call, 0)) << 3);
  let sum: f64 = 0;
  for (let p = address(call, 1); p < end; p += 8) sum += load<f64>(p);
  store<f64>(address(call, 2), sum);
}
