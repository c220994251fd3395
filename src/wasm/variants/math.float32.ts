import { constant } from '../constant';
import { series } from '../series';
import { fma } from './fma';

/** e^x stays a normal number within these. */
export const lowest = memory.data<f32>([-87.0]);
export const highest = memory.data<f32>([88.0]);
export const log2e = memory.data<f32>([1.4426950408889634]);
/** ln 2 in two parts: the first has few digits, so that n·ln 2 loses none. */
export const ln2High = memory.data<f32>([0.693359375]);
export const minusLn2High = memory.data<f32>([-0.693359375]);
export const ln2Low = memory.data<f32>([-2.12194440054690583e-4]);
export const minusLn2Low = memory.data<f32>([2.12194440054690583e-4]);
/** Adding 1.5·2²³ rounds to a whole number, which stands in the low bits; with 127 more, as an exponent does. */
export const magic = memory.data<f32>([12583039.0]);

/** 1/k!, from the highest k on. */
const taylor = memory.data<f32>([1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5]);

/** eʳ − 1 for |r| ≤ ½ ln 2, by its Taylor series to r⁷: relative error below 2⁻²⁴. */
// @ts-expect-error: decorator
@inline
export function expm1Near0(r: v128): v128 {
  let p = series(constant(taylor), r, taylor + 4);
  p = series(p, r, taylor + 8);
  p = series(p, r, taylor + 12);
  p = series(p, r, taylor + 16);
  p = series(p, r, taylor + 20);
  return fma(f32x4.mul(p, r), r, r);
}

/** 2ⁿ, from n + magic. */
// @ts-expect-error: decorator
@inline
export function powerOf2(shifted: v128): v128 {
  return i32x4.shl(shifted, 23);
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

/** 2/k for the odd k, from the highest on. */
const artanh = memory.data<f32>([2.0 / 9.0, 2.0 / 7.0, 2.0 / 5.0, 2.0 / 3.0, 2.0]);

/** 2·(s + s³/3 + s⁵/5 …) for |s| < 0.172, to s⁹: relative error below 2⁻²⁶. */
// @ts-expect-error: decorator
@inline
export function twiceArtanh(s: v128): v128 {
  const z = f32x4.mul(s, s);
  let p = series(constant(artanh), z, artanh + 4);
  p = series(p, z, artanh + 8);
  p = series(p, z, artanh + 12);
  p = series(p, z, artanh + 16);
  return f32x4.mul(p, s);
}
