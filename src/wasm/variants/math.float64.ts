import { constant } from '../constant';
import { series } from '../series';
import { fma } from './fma';

/** e^x stays a normal number within these. */
export const lowest = memory.data<f64>([-708.0]);
export const highest = memory.data<f64>([709.0]);
export const log2e = memory.data<f64>([1.4426950408889634]);
/** ln 2 in two parts: the first has few digits, so that n·ln 2 loses none. */
export const ln2High = memory.data<f64>([6.93147180369123816490e-1]);
export const minusLn2High = memory.data<f64>([-6.93147180369123816490e-1]);
export const ln2Low = memory.data<f64>([1.90821492927058770002e-10]);
export const minusLn2Low = memory.data<f64>([-1.90821492927058770002e-10]);
/** Adding 1.5·2⁵² rounds to a whole number, which stands in the low bits; with 1023 more, as an exponent does. */
export const magic = memory.data<f64>([6755399441056767.0]);

/** 1/k!, from the highest k on. */
const taylor = memory.data<f64>([1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0, 1.0 / 40320.0, 1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5]);

/** eʳ − 1 for |r| ≤ ½ ln 2, by its Taylor series to r¹³: relative error below 2⁻⁵³. */
// @ts-expect-error: decorator
@inline
export function expm1Near0(r: v128): v128 {
  let p = series(constant(taylor), r, taylor + 8);
  p = series(p, r, taylor + 16);
  p = series(p, r, taylor + 24);
  p = series(p, r, taylor + 32);
  p = series(p, r, taylor + 40);
  p = series(p, r, taylor + 48);
  p = series(p, r, taylor + 56);
  p = series(p, r, taylor + 64);
  p = series(p, r, taylor + 72);
  p = series(p, r, taylor + 80);
  p = series(p, r, taylor + 88);
  return fma(f64x2.mul(p, r), r, r);
}

/** 2ⁿ, from n + magic. */
// @ts-expect-error: decorator
@inline
export function powerOf2(shifted: v128): v128 {
  return i64x2.shl(shifted, 52);
}

/** x = 2ᵉ·f with √½ ≤ f < √2, for a normal x > 0: e. */
// @ts-expect-error: decorator
@inline
export function exponent(x: v128): v128 {
  const e = i64x2.shr_s(i64x2.sub(x, i64x2.splat(0x3fe6a09e667f3bcd)), 52);
  // there is no conversion of 64-bit integers: through the low bits of a large number instead
  return f64x2.sub(i64x2.add(e, constant(magic)), constant(magic));
}

/** And f. */
// @ts-expect-error: decorator
@inline
export function fraction(x: v128): v128 {
  const above = i64x2.sub(x, i64x2.splat(0x3fe6a09e667f3bcd));
  return i64x2.add(v128.and(above, i64x2.splat(0x000fffffffffffff)), i64x2.splat(0x3fe6a09e667f3bcd));
}

/** 2/k for the odd k, from the highest on. */
const artanh = memory.data<f64>([2.0 / 21.0, 2.0 / 19.0, 2.0 / 17.0, 2.0 / 15.0, 2.0 / 13.0, 2.0 / 11.0, 2.0 / 9.0, 2.0 / 7.0, 2.0 / 5.0, 2.0 / 3.0, 2.0]);

/** 2·(s + s³/3 + s⁵/5 …) for |s| < 0.172, to s¹⁹: relative error below 2⁻⁵³. */
// @ts-expect-error: decorator
@inline
export function twiceArtanh(s: v128): v128 {
  const z = f64x2.mul(s, s);
  let p = series(constant(artanh), z, artanh + 8);
  p = series(p, z, artanh + 16);
  p = series(p, z, artanh + 24);
  p = series(p, z, artanh + 32);
  p = series(p, z, artanh + 40);
  p = series(p, z, artanh + 48);
  p = series(p, z, artanh + 56);
  p = series(p, z, artanh + 64);
  p = series(p, z, artanh + 72);
  p = series(p, z, artanh + 80);
  return f64x2.mul(p, s);
}
