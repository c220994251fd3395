import { backward } from '../activations/all';
import { address, whole } from '../slots';

/** dZ = dA ∘ g′(Z), from A where g′ follows from it. [g, n, Z, A, dA, dZ] */
export function activateGradient(call: usize, m: i32): void {
  backward(
    whole(call, 0),
    whole(call, 1),
    m,
    address(call, 2),
    address(call, 3),
    address(call, 4),
    address(call, 5),
  );
}
