import { held } from '../held';
import { across } from '../row';
import { fma } from '../variants/fma';
import { Real } from '../variants/real';
import { factor, field, learningRate } from './optimizer';

/** Fields: learning rate, β. */
export function nesterov(call: usize, p: usize, g: usize, a: usize, _b: usize, end: usize): Real {
  const scale = factor(call);
  const rate = held(<Real>learningRate(call));
  const keep = held(<Real>field(call, 1));
  const take = held(<Real>(1 - field(call, 1)));
  const zero = held(0);
  let check = zero;
  for (; p < end; p += 16, g += 16, a += 16) {
    const taken = v128.mul<Real>(take, v128.mul<Real>(v128.load(g), scale));
    const v = fma(keep, v128.load(a), taken);
    const value = v128.sub<Real>(v128.load(p), v128.mul<Real>(rate, fma(keep, v, taken)));
    v128.store(a, v);
    v128.store(p, value);
    check = fma(value, zero, check);
  }
  return across(check);
}
