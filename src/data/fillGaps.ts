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
    for (let i = 0; i < m; i++) {
      const value = data[(rows ? rows[i]! : i) * width + at]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
    return { ...encoding, missing: count > 0 ? sum / count : 0 };
  });
}

/** Writes those means into the gaps (NaN) of all rows. */
export function fillGaps(encodings: readonly ColumnEncoding[], data: Numbers): void {
  const fills = encodings.flatMap(encoding =>
    encoding.as === 'number' ? [encoding.missing] : new Array<number>(widthOf(encoding)).fill(0),
  );
  const width = fills.length;
  for (let from = 0; from < data.length; from += width) {
    for (let j = 0; j < width; j++) if (Number.isNaN(data[from + j]!)) data[from + j] = fills[j]!;
  }
}
