import { divide, exactSum, multiply, type Pair } from './exactArithmetic';

/**
 * sin x rounded to the nearest float64, for |x| up to some thousands. `Math.sin` may differ from it in the last bit,
 * and from engine to engine; seeded data must not.
 */
export function roundedSine(x: number): number {
  return sineOfTurned(x, 0);
}

/** cos x, likewise. */
export function roundedCosine(x: number): number {
  return sineOfTurned(x, 1);
}

/** sin(x + quarters·π/2): what is left of x beyond a multiple k of π/2 goes through the series of sine or cosine. */
function sineOfTurned(x: number, quarters: number): number {
  const k = Math.round(x / (Math.PI / 2));
  const [a, aLow] = exactSum(x, -k * halfPi1);
  const [b, bLow] = exactSum(a, -k * halfPi2);
  const rest = exactSum(b, bLow + aLow - k * halfPi3);
  const turn = (((k + quarters) % 4) + 4) % 4;
  const value = turn % 2 === 0 ? series(rest, 27, rest) : series(rest, 26, [1, 0]);
  return turn < 2 ? value : -value;
}

/**
 * first · (1 − r²/(n(n−1))·…): the Taylor series from its last term inwards; odd n for sine, even for cosine. The terms
 * from r⁸ on are so small that float64 does for them.
 */
function series(r: Pair, last: number, first: Pair): number {
  const square = multiply(r, r);
  let n = last;
  let small = 1;
  for (; n > 8; n -= 2) small = 1 - (square[0] * small) / (n * (n - 1));
  let sum: Pair = [small, 0];
  for (; n >= 2; n -= 2) {
    const [term, termLow] = divide(multiply(square, sum), n * (n - 1));
    const [one, oneLow] = exactSum(1, -term);
    sum = exactSum(one, oneLow - termLow);
  }
  return multiply(first, sum)[0];
}

/** π/2 in parts: the first two have so few bits that their products with k are exact. */
const halfPi1 = 1.5707963267923333;
const halfPi2 = 2.5633441515839558e-12;
const halfPi3 = 1.0562999066987428e-23;
