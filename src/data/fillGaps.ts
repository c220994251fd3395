import type { Numbers } from './arrays/numericArray';
import type { ColumnEncoding } from './preprocessing';
import { widthOf } from './tables/encoding';

/**
 * The mean of each column of numbers over the training rows, gaps left out; it stands in for the gaps. One-hot and
 * ordinal columns stay as they are.
 */
export function withMeans(
  encodings: readonly ColumnEncoding[],
  data: Numbers,
  rows: Uint32Array | undefined,
  m: number,
): ColumnEncoding[] {
  const width = encodings.reduce((sum, encoding) => sum + widthOf(encoding), 0);
  let column = 0;
  return encodings.map(encoding => {
    const at = column;
    column += widthOf(encoding);
    if (encoding.as !== 'number') return encoding;
    let sum = 0;
    let count = 0;
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < m; i++) {
      const value = data[(rows ? rows[i]! : i) * width + at]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    // a sum is rounded, but the mean of numbers that are all one is that one
    return { ...encoding, missing: count > 0 ? Math.min(most, Math.max(least, sum / count)) : 0 };
  });
}

/** Writes those means into the gaps (NaN) of all rows. */
export function fillGaps(encodings: readonly ColumnEncoding[], data: Numbers): void {
  const width = encodings.reduce((sum, encoding) => sum + widthOf(encoding), 0);
  const fill = gapFiller(encodings);
  for (let from = 0; from < data.length; from += width) fill(data.subarray(from, from + width));
}

/** The same for one row. */
export function gapFiller(encodings: readonly ColumnEncoding[]): (row: Numbers) => void {
  const fills = encodings.flatMap(encoding =>
    encoding.as === 'number' ? [encoding.missing] : new Array<number>(widthOf(encoding)).fill(0),
  );
  return row => {
    for (let j = 0; j < fills.length; j++) if (Number.isNaN(row[j]!)) row[j] = fills[j]!;
  };
}
