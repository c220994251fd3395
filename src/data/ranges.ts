import type { Numbers } from './arrays/numericArray';

/** The smallest and the largest value of an input in the training set, as it was read. */
export type Range = readonly [number, number];

/** Of more inputs than this, such as pixels, nobody asks. */
export const mostRanges = 1000;

/** The range of each input over the rows that are learnt from; `[0, 0]` of one without a finite number. */
export function rangesOf(data: Numbers, width: number, rows: Uint32Array | undefined, m: number): Range[] {
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < m; i++) {
    const at = (rows ? rows[i]! : i) * width;
    for (let j = 0; j < width; j++) {
      const value = data[at + j]!;
      if (!Number.isFinite(value)) continue;
      if (value < low[j]!) low[j] = value;
      if (value > high[j]!) high[j] = value;
    }
  }
  return Array.from(low, (least, j): Range => (least <= high[j]! ? [least, high[j]!] : [0, 0]));
}
