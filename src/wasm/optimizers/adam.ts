import { Real } from '../variants/real';
import { byMoments } from './byMoments';

/** Fields: learning rate, β₁, β₂, ε. */
export function adam(call: usize, p: usize, g: usize, a: usize, b: usize, end: usize): Real {
  return byMoments(call, 1, p, g, a, b, end);
}
