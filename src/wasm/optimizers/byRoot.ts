import { held } from '../held';
import { across } from '../row';
import { fma } from '../variants/fma';
import { Real } from '../variants/real';
import { factor, learningRate } from './optimizer';

/** s := keep·s + take·dW², W := W − α·dW / (√s + ε). */
export function byRoot(
  call: usize,
  keep: v128,
  take: v128,
  epsilon: f64,
  p: usize,
  g: usize,
  a: usize,
  end: usize,
): Real {
  const scale = factor(call);
  const rate = held(<Real>learningRate(call));
  const small = held(<Real>epsilon);
  const zero = held(0);
  let check = zero;
  for (; p < end; p += 16, g += 16, a += 16) {
    const gradient = v128.mul<Real>(v128.load(g), scale);
    const s = fma(keep, v128.load(a), v128.mul<Real>(v128.mul<Real>(take, gradient), gradient));
    const root = v128.add<Real>(v128.sqrt<Real>(s), small);
    const value = v128.sub<Real>(v128.load(p), v128.div<Real>(v128.mul<Real>(rate, gradient), root));
    v128.store(a, s);
    v128.store(p, value);
    check = fma(v128.add<Real>(value, s), zero, check);
  }
  return across(check);
}
