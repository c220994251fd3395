import { series } from '../series';
import { fma } from './fma';

/** e^x stays a normal number within these. */
export const lowest: f32 = -87.0;
export const highest: f32 = 88.0;
export const log2e: f32 = 1.4426950408889634;
/** ln 2 in two parts: the first has few digits, so that n·ln 2 loses none. */
export const ln2High: f32 = 0.693359375;
export const ln2Low: f32 = -2.12194440054690583e-4;
/** Adding 1.5·2²³ rounds to a whole number, which stands in the low bits. */
export const magic: f32 = 12582912.0;

/** eʳ − 1 for |r| ≤ ½ ln 2, by its Taylor series to r⁷: relative error below 2⁻²⁴. */
// @ts-expect-error: decorator
@inline
export function expm1Near0(r: v128): v128 {
  let p = series(f32x4.splat(1.0 / 5040.0), r, 1.0 / 720.0);
  p = series(p, r, 1.0 / 120.0);
  p = series(p, r, 1.0 / 24.0);
  p = series(p, r, 1.0 / 6.0);
  p = series(p, r, 0.5);
  return fma(f32x4.mul(p, r), r, r);
}

/** 2ⁿ, from n + magic. */
// @ts-expect-error: decorator
@inline
export function powerOf2(shifted: v128): v128 {
  return i32x4.shl(i32x4.add(shifted, i32x4.splat(127)), 23);
}

/** x = 2ᵉ·f with √½ ≤ f < √2, for a normal x > 0: e. */
// @ts-expect-error: decorator
@inline
export function exponent(x: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.shr_s(i32x4.sub(x, i32x4.splat(0x3f3504f3)), 23));
}

/** And f. */
// @ts-expect-error: decorator
@inline
export function fraction(x: v128): v128 {
  const above = i32x4.sub(x, i32x4.splat(0x3f3504f3));
  return i32x4.add(v128.and(above, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3));
}

/** 2·(s + s³/3 + s⁵/5 …) for |s| < 0.172, to s⁹: relative error below 2⁻²⁶. */
// @ts-expect-error: decorator
@inline
export function twiceArtanh(s: v128): v128 {
  const z = f32x4.mul(s, s);
  let p = series(f32x4.splat(2.0 / 9.0), z, 2.0 / 7.0);
  p = series(p, z, 2.0 / 5.0);
  p = series(p, z, 2.0 / 3.0);
  p = series(p, z, 2.0);
  return f32x4.mul(p, s);
}
