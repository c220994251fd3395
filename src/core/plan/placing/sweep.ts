import type { Arrangement, Span } from './span';

interface Gap {
  start: number;
  bytes: number;
}

/**
 * Goes through time: what ends leaves a gap, and what begins takes the lowest gap that is large enough, or lies on top.
 * In O(n log n), with a list of gaps that stays short. Most networks need no more than what they hold at their fullest
 * moment, since backward goes back the way that forward came.
 */
export function sweep(spans: readonly Span[]): Arrangement {
  const order = spans.map((_, i) => i);
  // of those that begin together the one that stays longest lies lowest
  const begins = order.toSorted(
    (a, b) =>
      difference(spans[a]!.first, spans[b]!.first) ||
      difference(spans[b]!.last, spans[a]!.last) ||
      spans[b]!.bytes - spans[a]!.bytes,
  );
  const ends = order.toSorted((a, b) => difference(spans[a]!.last, spans[b]!.last));
  const starts = new Array<number>(spans.length).fill(0);
  /** By their starts, none beside another. */
  const gaps: Gap[] = [];
  let top = 0;
  let ended = 0;
  for (const i of begins) {
    const { first, bytes } = spans[i]!;
    for (; ended < ends.length && spans[ends[ended]!]!.last < first; ended++) {
      const gone = ends[ended]!;
      give(gaps, starts[gone]!, spans[gone]!.bytes);
    }
    let k = gaps.findIndex(gap => gap.bytes >= bytes);
    if (k < 0) {
      // the last gap may reach the top, and then needs only what it lacks
      const end = gaps.at(-1);
      if (end && end.start + end.bytes === top) top = end.start + bytes;
      else {
        gaps.push({ start: top, bytes });
        top += bytes;
      }
      k = gaps.length - 1;
      gaps[k]!.bytes = bytes;
    }
    const gap = gaps[k]!;
    starts[i] = gap.start;
    gap.start += bytes;
    gap.bytes -= bytes;
    if (gap.bytes === 0) gaps.splice(k, 1);
  }
  return { starts, bytes: top };
}

/** A gap more, joined with those beside it. */
function give(gaps: Gap[], start: number, bytes: number): void {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gaps[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [gaps[low - 1], gaps[low]];
  const joinsBefore = before !== undefined && before.start + before.bytes === start;
  const joinsAfter = after !== undefined && start + bytes === after.start;
  if (joinsBefore) {
    before.bytes += bytes + (joinsAfter ? after.bytes : 0);
    if (joinsAfter) gaps.splice(low, 1);
  } else if (joinsAfter) {
    after.start = start;
    after.bytes += bytes;
  } else gaps.splice(low, 0, { start, bytes });
}

/** The least that any arrangement takes: what is needed at the fullest moment. */
export function fullest(spans: readonly Span[]): number {
  const moments = spans.flatMap(({ bytes, first, last }) => [
    { at: first, order: 0, bytes },
    { at: last, order: 1, bytes: -bytes },
  ]);
  moments.sort((a, b) => difference(a.at, b.at) || a.order - b.order);
  let now = 0;
  let most = 0;
  for (const { bytes } of moments) {
    now += bytes;
    most = Math.max(most, now);
  }
  return most;
}

/** Of two moments, which may be the beginning or the end of all: ∞ − ∞ is no number. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
