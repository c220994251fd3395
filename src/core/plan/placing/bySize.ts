import type { Arrangement, Span } from './span';

/**
 * The largest first, each as low as it fits (Pisarchyk and Lee, 2020, greedy by size): often a little tighter than a sweep
 * where values are needed crosswise, in O(n²).
 */
export function bySize(spans: readonly Span[]): Arrangement {
  const starts = new Array<number>(spans.length).fill(0);
  const placed: { readonly span: Span; readonly start: number; readonly end: number }[] = [];
  const order = spans.map((_, i) => i).sort((a, b) => spans[b]!.bytes - spans[a]!.bytes);
  for (const i of order) {
    const span = spans[i]!;
    const taken = placed
      .filter(other => span.first <= other.span.last && other.span.first <= span.last)
      .sort((a, b) => a.start - b.start);
    let start = 0;
    for (const other of taken) {
      if (start + span.bytes <= other.start) break;
      start = Math.max(start, other.end);
    }
    starts[i] = start;
    placed.push({ span, start, end: start + span.bytes });
  }
  return { starts, bytes: placed.reduce((most, { end }) => Math.max(most, end), 0) };
}
