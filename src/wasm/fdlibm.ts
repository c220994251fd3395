// The exponential function and tanh as V8 computes them, operation by operation, so that they have its last digit: by the
// algorithms of FDLIBM (Sun Microsystems, 1993), two numbers at a time. What few numbers need is branched off.
import { constant } from './constant';

const one = memory.data<f64>([1]);
const two = memory.data<f64>([2]);
const half = memory.data<f64>([0.5]);
const minusHalf = memory.data<f64>([-0.5]);
const three = memory.data<f64>([3]);
const six = memory.data<f64>([6]);
const sign = memory.data<u64>([0x8000000000000000, 0x8000000000000000]);
const inverseLn2 = memory.data<f64>([1.44269504088896338700]);
/** ln 2 in two parts: a small whole number times the first is exact. */
const ln2High = memory.data<f64>([6.93147180369123816490e-1]);
const ln2Low = memory.data<f64>([1.90821492927058770002e-10]);
/** From here on x is reduced: ½ ln 2, as far as the first 32 bits tell. */
const reduced = memory.data<u64>([0x3fd62e4300000000]);
/** Below it, 2⁻²⁸, eˣ is 1 + x and tanh x is x. */
const tiny = memory.data<u64>([0x3e30000000000000]);
/** 1.5·2⁵² with 1023 more: a whole number that is added stands in the low bits as an exponent does. */
const magic = memory.data<f64>([6755399441056767.0]);

/** |x|. */
// @ts-expect-error: decorator
@inline
function magnitude(x: v128): v128 {
  return v128.andnot(x, constant(sign));
}

/** n of x = n·ln 2 + r, the number next to x / ln 2; 0 where x, of that size and sign, is small. */
// @ts-expect-error: decorator
@inline
function quotient(x: v128, size: v128, signOf: v128): v128 {
  const rounding = v128.or(constant(half), signOf);
  const n = f64x2.trunc(f64x2.add(f64x2.mul(constant(inverseLn2), x), rounding));
  return v128.and(n, f64x2.ge(size, constant(reduced)));
}

/** 2ⁿ for a whole n within the exponents of normal numbers. */
// @ts-expect-error: decorator
@inline
function powerOf2(n: v128): v128 {
  return i64x2.shl(f64x2.add(n, constant(magic)), 52);
}

const exp1 = memory.data<f64>([1.66666666666666019037e-1]);
const exp2 = memory.data<f64>([-2.77777777770155933842e-3]);
const exp3 = memory.data<f64>([6.61375632143793436117e-5]);
const exp4 = memory.data<f64>([-1.65339022054652515390e-6]);
const exp5 = memory.data<f64>([4.13813679705723846039e-8]);

/** eˣ / 2ⁿ. */
// @ts-expect-error: decorator
@inline
function scaledExp(x: v128, n: v128): v128 {
  const high = f64x2.sub(x, f64x2.mul(n, constant(ln2High)));
  const low = f64x2.mul(n, constant(ln2Low));
  const r = f64x2.sub(high, low);
  const t = f64x2.mul(r, r);
  let p = f64x2.add(constant(exp4), f64x2.mul(t, constant(exp5)));
  p = f64x2.add(constant(exp3), f64x2.mul(t, p));
  p = f64x2.add(constant(exp2), f64x2.mul(t, p));
  p = f64x2.add(constant(exp1), f64x2.mul(t, p));
  const c = f64x2.sub(r, f64x2.mul(t, p));
  const q = f64x2.div(f64x2.mul(r, c), f64x2.sub(constant(two), c));
  return f64x2.sub(constant(one), f64x2.sub(f64x2.sub(low, q), high));
}

/** Up to here eˣ and e⁻ˣ are normal numbers. */
const normal = memory.data<f64>([708]);

/** eˣ. */
// @ts-expect-error: decorator
@inline
export function exp(x: v128): v128 {
  const size = magnitude(x);
  const usual = v128.and(f64x2.ge(size, constant(tiny)), f64x2.lt(size, constant(normal)));
  if (!i64x2.all_true(v128.andnot(usual, f64x2.eq(x, constant(one))))) return anyExp(x);
  const n = quotient(x, size, v128.and(x, constant(sign)));
  return f64x2.mul(scaledExp(x, n), powerOf2(n));
}

const infinity = memory.data<f64>([Infinity]);
const overflow = memory.data<f64>([7.09782712893383973096e2]);
const underflow = memory.data<f64>([-7.45133219101941108420e2]);
const e = memory.data<f64>([2.718281828459045]);
const subnormal = memory.data<f64>([-1021]);
const thousand = memory.data<f64>([1000]);
const twoTo1000Less = memory.data<f64>([9.33263618503218878990e-302]);

/** The same for numbers of any size. */
function anyExp(given: v128): v128 {
  const x = f64x2.pmax(f64x2.pmin(given, constant(overflow)), constant(underflow));
  const n = quotient(x, magnitude(x), v128.and(x, constant(sign)));
  // subnormal results in two steps, and 2¹⁰²⁴ as 2·2¹⁰²³: one of them is rounded, once
  const small = f64x2.lt(n, constant(subnormal));
  const m = f64x2.sub(f64x2.add(n, v128.and(small, constant(thousand))), constant(one));
  let z = f64x2.mul(f64x2.mul(scaledExp(x, n), constant(two)), powerOf2(m));
  z = f64x2.mul(z, v128.bitselect(constant(twoTo1000Less), constant(one), small));
  // at 1 the last bit would be wrong
  z = v128.bitselect(constant(e), z, f64x2.eq(given, constant(one)));
  z = v128.bitselect(f64x2.add(constant(one), given), z, f64x2.lt(magnitude(given), constant(tiny)));
  z = v128.bitselect(constant(infinity), z, f64x2.gt(given, constant(overflow)));
  return v128.andnot(z, f64x2.lt(given, constant(underflow)));
}

const expm1a = memory.data<f64>([-3.33333333333331316428e-2]);
const expm1b = memory.data<f64>([1.58730158725481460165e-3]);
const expm1c = memory.data<f64>([-7.93650757867487942473e-5]);
const expm1d = memory.data<f64>([4.00821782732936239552e-6]);
const expm1e = memory.data<f64>([-2.01099218183624371326e-7]);
const twenty = memory.data<f64>([20]);
/** From here on tanh is 1 to the last digit. */
const most = memory.data<f64>([22]);
/** What the bits of 2ⁿ and of 2⁻ⁿ add up to. */
const exponents = memory.data<u64>([0x7fe0000000000000]);

/** tanh x, from t = e²ˣ − 1 for x ≥ 1, and from e⁻²ˣ − 1 for x from 0 to 1. */
// @ts-expect-error: decorator
@inline
export function tanh(given: v128): v128 {
  const size = f64x2.pmin(magnitude(given), constant(most));
  const above1 = f64x2.ge(size, constant(one));
  const twice = f64x2.add(size, size);
  const negative = v128.andnot(constant(sign), above1);
  const argument = v128.or(twice, negative);
  // argument = n·ln 2 + x − c
  const n = quotient(argument, twice, negative);
  const high = f64x2.sub(argument, f64x2.mul(n, constant(ln2High)));
  const low = f64x2.mul(n, constant(ln2Low));
  const x = f64x2.sub(high, low);
  const c = f64x2.sub(f64x2.sub(high, x), low);
  const hfx = f64x2.mul(constant(half), x);
  const hxs = f64x2.mul(x, hfx);
  let p = f64x2.add(constant(expm1d), f64x2.mul(hxs, constant(expm1e)));
  p = f64x2.add(constant(expm1c), f64x2.mul(hxs, p));
  p = f64x2.add(constant(expm1b), f64x2.mul(hxs, p));
  p = f64x2.add(constant(expm1a), f64x2.mul(hxs, p));
  const r1 = f64x2.add(constant(one), f64x2.mul(hxs, p));
  const r = f64x2.sub(constant(three), f64x2.mul(r1, hfx));
  const s = f64x2.mul(hxs, f64x2.div(f64x2.sub(r1, r), f64x2.sub(constant(six), f64x2.mul(x, r))));
  const rest = f64x2.sub(f64x2.sub(f64x2.mul(x, f64x2.sub(s, c)), c), hxs);
  const less = f64x2.sub(rest, x);
  const power = powerOf2(n);
  const inverse = i64x2.sub(constant(exponents), power);
  // t = (first − less)·2ⁿ − then. n ≥ 3: 1 − 2⁻ⁿ and 0; n ≤ −2: 1 and 1; n = −1: 0 and ½; n = 0: 0 and 0
  const below = f64x2.pmin(f64x2.mul(constant(minusHalf), n), constant(one));
  const first = v128.bitselect(f64x2.sub(constant(one), inverse), f64x2.trunc(below), above1);
  const then = v128.andnot(below, above1);
  // from n = 20 on 2⁻ⁿ goes to what is small
  const large = f64x2.add(f64x2.sub(x, f64x2.add(rest, inverse)), constant(one));
  const scaled = v128.bitselect(large, f64x2.sub(first, less), f64x2.ge(n, constant(twenty)));
  const t = f64x2.sub(f64x2.mul(scaled, power), then);
  const q = f64x2.div(v128.bitselect(constant(two), t, above1), f64x2.add(t, constant(two)));
  const z = f64x2.sub(v128.and(constant(one), above1), q);
  const signed = v128.or(z, v128.and(given, constant(sign)));
  const small = f64x2.lt(size, constant(tiny));
  return v128.any_true(small) ? v128.bitselect(given, signed, small) : signed;
}
