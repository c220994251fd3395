import { held } from '../held';
import { Real } from '../variants/real';
import { byRoot } from './byRoot';
import { field } from './optimizer';

/** Fields: learning rate, ε. The sum of the squares is kept. */
export function adagrad(call: usize, p: usize, g: usize, a: usize, _b: usize, end: usize): Real {
  return byRoot(call, held(1), held(1), field(call, 1), p, g, a, end);
}
