import { held } from '../held';
import { across } from '../row';
import { fma } from '../variants/fma';
import { Real } from '../variants/real';
import { factor, field, learningRate, stepNumber } from './optimizer';

/** W := keep·W − α·v/(1 − β₁ᵗ) / (√(s/(1 − β₂ᵗ)) + ε). Fields: learning rate, β₁, β₂, ε. */
export function byMoments(call: usize, kept: f64, p: usize, g: usize, a: usize, b: usize, end: usize): Real {
  const scale = factor(call);
  const beta1 = field(call, 1);
  const beta2 = field(call, 2);
  const epsilon = held(<Real>field(call, 3));
  const t = stepNumber(call);
  // α·v/(1 − β₁ᵗ) / (√(s/(1 − β₂ᵗ)) + ε), with the corrections taken out of the loop
  const vRate = held(<Real>(learningRate(call) / (1 - Math.pow(beta1, t))));
  const sScale = held(<Real>(1 / Math.sqrt(1 - Math.pow(beta2, t))));
  const keepV = held(<Real>beta1);
  const takeV = held(<Real>(1 - beta1));
  const keepS = held(<Real>beta2);
  const takeS = held(<Real>(1 - beta2));
  const keep = held(<Real>kept);
  const zero = held(0);
  let check = zero;
  for (; p < end; p += 16, g += 16, a += 16, b += 16) {
    const gradient = v128.mul<Real>(v128.load(g), scale);
    const s = fma(keepS, v128.load(b), v128.mul<Real>(takeS, v128.mul<Real>(gradient, gradient)));
    const v = fma(keepV, v128.load(a), v128.mul<Real>(takeV, gradient));
    const root = fma(v128.sqrt<Real>(s), sScale, epsilon);
    const value = v128.sub<Real>(v128.mul<Real>(v128.load(p), keep), v128.div<Real>(v128.mul<Real>(vRate, v), root));
    v128.store(b, s);
    v128.store(a, v);
    v128.store(p, value);
    check = fma(v128.add<Real>(value, s), zero, check);
  }
  return across(check);
}
