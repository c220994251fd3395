import { forward } from '../activations/all';
import { address, whole } from '../slots';

/** A = g(Z). [g, n, Z, A] */
export function activate(call: usize, m: i32): void {
  forward(whole(call, 0), whole(call, 1), m, address(call, 2), address(call, 3));
}
