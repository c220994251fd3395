// The exponential function and tanh as V8 computes them, operation by operation, so that they have its last digit: by the
// algorithms of FDLIBM (Sun Microsystems, 1993), two numbers at a time. Where those branch, all branches are computed.
import { constant } from './constant';

const one = memory.data<f64>([1]);
const two = memory.data<f64>([2]);
const half = memory.data<f64>([0.5]);
const three = memory.data<f64>([3]);
const six = memory.data<f64>([6]);
const infinity = memory.data<f64>([Infinity]);
const sign = memory.data<u64>([0x8000000000000000]);
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
  return f64x2.abs(x);
}

/** n of x = n·ln 2 + r, the number next to x / ln 2; 0 where x is small. */
// @ts-expect-error: decorator
@inline
function quotient(x: v128): v128 {
  const rounding = v128.or(constant(half), v128.and(x, constant(sign)));
  const n = f64x2.trunc(f64x2.add(f64x2.mul(constant(inverseLn2), x), rounding));
  return v128.and(n, f64x2.ge(magnitude(x), constant(reduced)));
}

/** 2ⁿ for a whole n within the exponents of normal numbers. */
// @ts-expect-error: decorator
@inline
function powerOf2(n: v128): v128 {
  return i64x2.shl(f64x2.add(n, constant(magic)), 52);
}

const overflow = memory.data<f64>([7.09782712893383973096e2]);
const underflow = memory.data<f64>([-7.45133219101941108420e2]);
const e = memory.data<f64>([2.718281828459045]);
const subnormal = memory.data<f64>([-1021]);
const thousand = memory.data<f64>([1000]);
const twoTo1000Less = memory.data<f64>([9.33263618503218878990e-302]);
const exp1 = memory.data<f64>([1.66666666666666019037e-1]);
const exp2 = memory.data<f64>([-2.77777777770155933842e-3]);
const exp3 = memory.data<f64>([6.61375632143793436117e-5]);
const exp4 = memory.data<f64>([-1.65339022054652515390e-6]);
const exp5 = memory.data<f64>([4.13813679705723846039e-8]);

/** eˣ. */
// @ts-expect-error: decorator
@inline
export function exp(given: v128): v128 {
  const x = f64x2.pmax(f64x2.pmin(given, constant(overflow)), constant(underflow));
  const n = quotient(x);
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
  const y = f64x2.sub(constant(one), f64x2.sub(f64x2.sub(low, q), high));
  // subnormal results in two steps, and 2¹⁰²⁴ as 2·2¹⁰²³: one of them is rounded, once
  const small = f64x2.lt(n, constant(subnormal));
  const m = f64x2.sub(f64x2.add(n, v128.and(small, constant(thousand))), constant(one));
  let z = f64x2.mul(f64x2.mul(y, constant(two)), powerOf2(m));
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
const fiftySix = memory.data<f64>([56]);
const most = memory.data<f64>([22]);

/** eˣ − 1 for |x| ≤ 44, not between ½ ln 2 and 2: what `tanh` asks for. */
// @ts-expect-error: decorator
@inline
function expm1(given: v128): v128 {
  const n = quotient(given);
  const high = f64x2.sub(given, f64x2.mul(n, constant(ln2High)));
  const low = f64x2.mul(n, constant(ln2Low));
  const x = f64x2.sub(high, low);
  const c = f64x2.sub(f64x2.sub(high, x), low);
  const hfx = f64x2.mul(constant(half), x);
  const hxs = f64x2.mul(x, hfx);
  let p = f64x2.add(constant(expm1d), f64x2.mul(hxs, constant(expm1e)));
  p = f64x2.add(constant(expm1c), f64x2.mul(hxs, p));
  p = f64x2.add(constant(expm1b), f64x2.mul(hxs, p));
  p = f64x2.add(constant(expm1a), f64x2.mul(hxs, p));
  const r = f64x2.add(constant(one), f64x2.mul(hxs, p));
  const t = f64x2.sub(constant(three), f64x2.mul(r, hfx));
  const s = f64x2.mul(hxs, f64x2.div(f64x2.sub(r, t), f64x2.sub(constant(six), f64x2.mul(x, t))));
  const rest = f64x2.sub(f64x2.sub(f64x2.mul(x, f64x2.sub(s, c)), c), hxs);
  const power = powerOf2(n);
  // 1 − 2⁻ⁿ before the product, or 2⁻ⁿ where that is smaller, or 1 after it
  const inverse = powerOf2(f64x2.neg(n));
  const less = f64x2.sub(rest, x);
  const middle = f64x2.mul(f64x2.sub(f64x2.sub(constant(one), inverse), less), power);
  const large = f64x2.mul(f64x2.add(f64x2.sub(x, f64x2.add(rest, inverse)), constant(one)), power);
  const outer = f64x2.sub(f64x2.mul(f64x2.sub(constant(one), less), power), constant(one));
  const negative = f64x2.lt(n, f64x2.splat(0));
  const beyond = v128.or(negative, f64x2.gt(n, constant(fiftySix)));
  let y = v128.bitselect(middle, large, f64x2.lt(n, constant(twenty)));
  y = v128.bitselect(outer, y, beyond);
  const minusOne = f64x2.eq(n, f64x2.neg(constant(one)));
  const near = f64x2.sub(f64x2.mul(constant(half), f64x2.sub(x, rest)), constant(half));
  y = v128.bitselect(near, y, minusOne);
  return v128.bitselect(f64x2.sub(x, rest), y, f64x2.eq(n, f64x2.splat(0)));
}

/** tanh x. */
// @ts-expect-error: decorator
@inline
export function tanh(x: v128): v128 {
  const size = f64x2.pmin(magnitude(x), constant(most));
  const above1 = f64x2.ge(size, constant(one));
  const twice = f64x2.add(size, size);
  const t = expm1(v128.bitselect(twice, f64x2.neg(twice), above1));
  const numerator = v128.bitselect(constant(two), t, above1);
  const q = f64x2.div(numerator, f64x2.add(t, constant(two)));
  let z = v128.bitselect(f64x2.sub(constant(one), q), f64x2.neg(q), above1);
  z = v128.bitselect(constant(one), z, f64x2.ge(size, constant(most)));
  z = v128.or(z, v128.and(x, constant(sign)));
  return v128.bitselect(x, z, f64x2.lt(magnitude(x), constant(tiny)));
}
