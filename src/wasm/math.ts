// Functions of a vector of numbers. Each says its largest error, in units of the last place (ulp), as
// test/wasm/math.test.ts measures it against correctly rounded values.
import { constant } from './constant';
import { fma } from './variants/fma';
import {
  expm1Near0,
  exponent,
  fraction,
  highest,
  ln2High,
  ln2Low,
  log2e,
  lowest,
  magic,
  minusLn2High,
  minusLn2Low,
  powerOf2,
  twiceArtanh,
} from './variants/math';
import { Real } from './variants/real';

export const one = memory.data<Real>([1]);
const two = memory.data<Real>([2]);
/** tanh of half of them is 1 and −1 to the last digit. */
const most = memory.data<Real>([40]);
const least = memory.data<Real>([-40]);

/** n + magic, with n the whole number next to x / ln 2. */
// @ts-expect-error: decorator
@inline
function shifted(x: v128): v128 {
  return fma(x, constant(log2e), constant(magic));
}

/** x − n·ln 2. */
// @ts-expect-error: decorator
@inline
function reduced(x: v128, n: v128): v128 {
  return fma(n, constant(minusLn2Low), fma(n, constant(minusLn2High), x));
}

/** x, no less and no more than what stands at these addresses; NaN stays. */
// @ts-expect-error: decorator
@inline
function between(x: v128, low: usize, high: usize): v128 {
  return v128.pmax<Real>(v128.pmin<Real>(x, constant(high)), constant(low));
}

/** eˣ, for x held between the smallest and the largest normal number: at most 2 ulp. */
// @ts-expect-error: decorator
@inline
export function exp(x: v128): v128 {
  const held = between(x, lowest, highest);
  const s = shifted(held);
  const q = expm1Near0(reduced(held, v128.sub<Real>(s, constant(magic))));
  const power = powerOf2(s);
  return fma(power, q, power);
}

/** σ(z) = 1 / (1 + e⁻ᶻ): at most 4 ulp. */
// @ts-expect-error: decorator
@inline
export function sigmoid(z: v128): v128 {
  return v128.div<Real>(constant(one), v128.add<Real>(constant(one), exp(v128.neg<Real>(z))));
}

/** eˣ − 1, as far as `exp` holds, so that small x keep their digits: at most 3 ulp. */
// @ts-expect-error: decorator
@inline
export function expm1(x: v128): v128 {
  const held = between(x, lowest, highest);
  const s = shifted(held);
  const q = expm1Near0(reduced(held, v128.sub<Real>(s, constant(magic))));
  const power = powerOf2(s);
  return fma(power, q, v128.sub<Real>(power, constant(one)));
}

/** tanh z = (e²ᶻ − 1) / (e²ᶻ + 1), from e²ᶻ − 1 so that small z keep their digits: at most 4 ulp. */
// @ts-expect-error: decorator
@inline
export function tanh(z: v128): v128 {
  const held = between(v128.add<Real>(z, z), least, most);
  const s = shifted(held);
  const q = expm1Near0(reduced(held, v128.sub<Real>(s, constant(magic))));
  const power = powerOf2(s);
  const expm1 = fma(power, q, v128.sub<Real>(power, constant(one)));
  return v128.div<Real>(expm1, v128.add<Real>(expm1, constant(two)));
}

/** ln x, for a normal x > 0: at most 2 ulp, or as many of 2⁻²⁴ (2⁻⁵³) where x is near 1. */
// @ts-expect-error: decorator
@inline
export function log(x: v128): v128 {
  const f = fraction(x);
  const s = v128.div<Real>(v128.sub<Real>(f, constant(one)), v128.add<Real>(f, constant(one)));
  const e = exponent(x);
  return fma(e, constant(ln2High), fma(e, constant(ln2Low), twiceArtanh(s)));
}
