import { held } from '../held';
import { across } from '../row';
import { fma } from '../variants/fma';
import { Real } from '../variants/real';
import { factor, learningRate } from './optimizer';

/** Fields: learning rate. */
export function sgd(call: usize, p: usize, g: usize, _a: usize, _b: usize, end: usize): Real {
  const scale = factor(call);
  const rate = held(<Real>learningRate(call));
  const zero = held(0);
  let check = zero;
  for (; p < end; p += 16, g += 16) {
    const value = v128.sub<Real>(v128.load(p), v128.mul<Real>(rate, v128.mul<Real>(v128.load(g), scale)));
    check = fma(value, zero, check);
    v128.store(p, value);
  }
  return across(check);
}
