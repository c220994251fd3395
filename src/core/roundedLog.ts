import { exactProduct, exactSum } from './exactArithmetic';

/**
 * The natural logarithm, rounded to the nearest float64. `Math.log` may differ from that
 * in its last bit, and differs between engines; C libraries round it right in 999 of 1000 cases, so NumPy's numbers
 * can only be had with a logarithm as exact as theirs.
 *
 * x = f·2ᵏ with f near 1; with s = (f − 1)/(f + 1), log f = 2·(s + s³/3 + s⁵/5 + …). s, s³/3 and k·log 2 are kept as
 * sums of two float64, since float64 alone would lose the last bits; the rest is small enough.
 */
export function roundedLog(x: number): number {
  if (!(x > 0 && x < Infinity)) return Math.log(x);
  let k = 0;
  let f = x;
  while (f > Math.SQRT2) {
    f /= 2;
    k++;
  }
  while (f < Math.SQRT1_2) {
    f *= 2;
    k--;
  }
  const numerator = f - 1;
  const denominator = f + 1;
  // f + 1 may be rounded: what is lost there is exact again
  const lost = f - (denominator - 1);
  const s = numerator / denominator;
  const [p, pLow] = exactProduct(s, denominator);
  const sLow = (numerator - p - pLow - s * lost) / denominator;

  const [square, squareRounding] = exactProduct(s, s);
  const squareLow = squareRounding + 2 * s * sLow;
  const [cube, cubeRounding] = exactProduct(square, s);
  const cubeLow = cubeRounding + square * sLow + squareLow * s;
  const third = cube / 3;
  const [q, qLow] = exactProduct(third, 3);
  const thirdLow = (cube - q - qLow + cubeLow) / 3;

  let series = 0;
  for (let i = 0; i < coefficients.length; i++) series = series * square + coefficients[i]!;
  const rest = series * square * cube;

  const [a, aLow] = exactSum(k * ln2, 2 * s);
  const [b, bLow] = exactSum(a, 2 * third);
  return b + (bLow + aLow + 2 * (sLow + thirdLow + rest) + k * ln2Low);
}

/** 1/33, 1/31 … 1/5. */
const coefficients = Float64Array.from({ length: 15 }, (_, i) => 1 / (33 - 2 * i));

/** log 2 with so few bits that its product with a small whole number is exact, and the rest. */
const ln2 = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
