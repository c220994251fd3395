import { Real } from '../variants/real';
import { byMoments } from './byMoments';
import { field, learningRate } from './optimizer';

/** Fields: learning rate, β₁, β₂, ε, weight decay. */
export function adamw(call: usize, p: usize, g: usize, a: usize, b: usize, end: usize): Real {
  return byMoments(call, 1 - learningRate(call) * field(call, 4), p, g, a, b, end);
}
