/** A number as a sum of two float64, the second within the rounding of the first: about 106 bits (Dekker, 1971). */
export type Pair = readonly [number, number];

/** a + b exactly: the float64 and what its rounding lost. */
export function exactSum(a: number, b: number): Pair {
  const total = a + b;
  const bPart = total - a;
  return [total, a - (total - bPart) + (b - bPart)];
}

/** a · b exactly: the float64 and what its rounding lost. Each factor is split in halves, as Veltkamp does. */
export function exactProduct(a: number, b: number): Pair {
  const total = a * b;
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return [total, aHigh * bHigh - total + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

function upperHalf(a: number): number {
  const scaled = a * 134217729;
  return scaled - (scaled - a);
}

/** a · b of two pairs, to about 104 bits. */
export function multiply([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const [p, pLow] = exactProduct(a, b);
  return exactSum(p, pLow + (a * bLow + aLow * b));
}

/** a / n for a whole number n that is exact in float64. */
export function divide([a, aLow]: Pair, n: number): Pair {
  const q = a / n;
  const [p, pLow] = exactProduct(q, n);
  return exactSum(q, (a - p - pLow + aLow) / n);
}
