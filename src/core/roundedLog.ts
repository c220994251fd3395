/**
 * The natural logarithm of a positive, normal number, rounded to the nearest float64. `Math.log` may differ from that
 * in its last bit, and differs between engines; C libraries round it right in 999 of 1000 cases, so NumPy's numbers
 * can only be had with a logarithm as exact as theirs.
 *
 * x = f·2ᵏ with f near 1; with s = (f − 1)/(f + 1), log f = 2·(s + s³/3 + s⁵/5 + …). s, s³/3 and k·log 2 are kept as
 * sums of two float64 (Dekker, 1971), since float64 alone would lose the last bits; the rest is small enough.
 */
export function roundedLog(x: number): number {
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
  const [p, pLow] = product(s, denominator);
  const sLow = (numerator - p - pLow - s * lost) / denominator;

  const [square, squareRounding] = product(s, s);
  const squareLow = squareRounding + 2 * s * sLow;
  const [cube, cubeRounding] = product(square, s);
  const cubeLow = cubeRounding + square * sLow + squareLow * s;
  const third = cube / 3;
  const [q, qLow] = product(third, 3);
  const thirdLow = (cube - q - qLow + cubeLow) / 3;

  let series = 0;
  for (let n = 33; n >= 5; n -= 2) series = series * square + 1 / n;
  const rest = series * square * cube;

  const [a, aLow] = sum(k * ln2, 2 * s);
  const [b, bLow] = sum(a, 2 * third);
  return b + (bLow + aLow + 2 * (sLow + thirdLow + rest) + k * ln2Low);
}

/** log 2 with so few bits that its product with a small whole number is exact, and the rest. */
const ln2 = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** a + b exactly, as a float64 and what its rounding lost. */
function sum(a: number, b: number): [number, number] {
  const total = a + b;
  const bPart = total - a;
  return [total, a - (total - bPart) + (b - bPart)];
}

/** a · b exactly, as a float64 and what its rounding lost (Veltkamp splits each factor in halves). */
function product(a: number, b: number): [number, number] {
  const total = a * b;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  return [total, aHigh * bHigh - total + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

function split(a: number): [number, number] {
  const scaled = a * 134217729;
  const high = scaled - (scaled - a);
  return [high, a - high];
}
