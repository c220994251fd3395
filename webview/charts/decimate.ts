/**
 * The indices of the points worth drawing where many share a column of pixels: the first, lowest, highest and last of
 * each column, in order. So a curve of any length is drawn in some thousand points, and no peak is lost.
 * `column` gives the column of a point, which never falls; `y` may hold gaps (values that aren't finite), of which one
 * a column is kept.
 */
export function decimate(n: number, column: (index: number) => number, y: ArrayLike<number>): number[] {
  const kept: number[] = [];
  let start = 0;
  while (start < n) {
    const here = column(start);
    let end = start + 1;
    while (end < n && column(end) === here) end++;
    keepColumn(start, end, y, kept);
    start = end;
  }
  return kept;
}

function keepColumn(start: number, end: number, y: ArrayLike<number>, kept: number[]): void {
  if (end - start <= 4) {
    for (let i = start; i < end; i++) kept.push(i);
    return;
  }
  let low = -1;
  let high = -1;
  let gap = -1;
  for (let i = start; i < end; i++) {
    if (!Number.isFinite(y[i]!)) gap = i;
    else {
      if (low < 0 || y[i]! < y[low]!) low = i;
      if (high < 0 || y[i]! > y[high]!) high = i;
    }
  }
  const indices = [start, low, high, gap, end - 1].filter(i => i >= 0).sort((a, b) => a - b);
  kept.push(...new Set(indices));
}
