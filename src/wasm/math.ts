// Functions of a vector of numbers. Each says its largest error, in units of the last place (ulp), as
// test/wasm/math.test.ts measures it against correctly rounded values.
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
  powerOf2,
  twiceArtanh,
} from './variants/math';
import { Real } from './variants/real';

// @ts-expect-error: decorator
@inline
function splat(x: Real): v128 {
  return v128.splat<Real>(x);
}

/** n + magic, with n the whole number next to x / ln 2. */
// @ts-expect-error: decorator
@inline
function shifted(x: v128): v128 {
  return fma(x, splat(log2e), splat(magic));
}

/** x − n·ln 2. */
// @ts-expect-error: decorator
@inline
function reduced(x: v128, n: v128): v128 {
  return fma(n, splat(-ln2Low), fma(n, splat(-ln2High), x));
}

/** eˣ, for x held between the smallest and the largest normal number: at most 2 ulp. */
// @ts-expect-error: decorator
@inline
export function exp(x: v128): v128 {
  const held = v128.max<Real>(v128.min<Real>(x, splat(highest)), splat(lowest));
  const s = shifted(held);
  const q = expm1Near0(reduced(held, v128.sub<Real>(s, splat(magic))));
  const power = powerOf2(s);
  return fma(power, q, power);
}

/** σ(z) = 1 / (1 + e⁻ᶻ): at most 4 ulp. */
// @ts-expect-error: decorator
@inline
export function sigmoid(z: v128): v128 {
  const one = splat(1);
  return v128.div<Real>(one, v128.add<Real>(one, exp(v128.neg<Real>(z))));
}

/** tanh z = (e²ᶻ − 1) / (e²ᶻ + 1), from e²ᶻ − 1 so that small z keep their digits: at most 4 ulp. */
// @ts-expect-error: decorator
@inline
export function tanh(z: v128): v128 {
  // tanh 20 is 1 to the last digit
  const held = v128.max<Real>(v128.min<Real>(v128.add<Real>(z, z), splat(40)), splat(-40));
  const s = shifted(held);
  const q = expm1Near0(reduced(held, v128.sub<Real>(s, splat(magic))));
  const power = powerOf2(s);
  const expm1 = fma(power, q, v128.sub<Real>(power, splat(1)));
  return v128.div<Real>(expm1, v128.add<Real>(expm1, splat(2)));
}

/** ln x, for a normal x > 0: at most 2 ulp, or as many of 2⁻²⁴ (2⁻⁵³) where x is near 1. */
// @ts-expect-error: decorator
@inline
export function log(x: v128): v128 {
  const f = fraction(x);
  const one = splat(1);
  const s = v128.div<Real>(v128.sub<Real>(f, one), v128.add<Real>(f, one));
  const e = exponent(x);
  return fma(e, splat(ln2High), fma(e, splat(ln2Low), twiceArtanh(s)));
}
