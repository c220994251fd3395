import { held } from '../held';
import { Real } from '../variants/real';
import { byRoot } from './byRoot';
import { field } from './optimizer';

/** Fields: learning rate, β, ε. An average of the squares is kept. */
export function rmsprop(call: usize, p: usize, g: usize, a: usize, _b: usize, end: usize): Real {
  const keep = held(<Real>field(call, 1));
  const take = held(<Real>(1 - field(call, 1)));
  return byRoot(call, keep, take, field(call, 2), p, g, a, end);
}
