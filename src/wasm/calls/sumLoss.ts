import { sumOf } from '../losses/all';
import { alone } from '../share';
import { address, whole } from '../slots';

/**
 * sum += Σ L over the examples: from Z of the activation that the loss pairs with, or from A where it pairs with none. The
 * sum is f64 in either build. [loss, n, Z or A, Y, sum]
 */
export function sumLoss(call: usize, m: i32): void {
  if (!alone()) return;
  const sum = sumOf(whole(call, 0), address(call, 2), address(call, 3), whole(call, 1), m);
  const total = address(call, 4);
  store<f64>(total, load<f64>(total) + sum);
}
