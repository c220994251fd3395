import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossings } from '../../../../webview/canvas/layout/crossings';
import { orderRows } from '../../../../webview/canvas/layout/orderRows';
import type { Place } from '../../../../webview/canvas/layout/waypoints';

const place = (key: string, rank: number): Place => ({ key, rank, node: undefined, before: [], after: [] });

/** Two ranks joined by edges, each as the indices of its ends. */
function ranksOf(above: number, below: number, edges: readonly (readonly [number, number])[]): Place[][] {
  const rows = [above, below].map((count, rank) =>
    Array.from({ length: count }, (_, i) => place(`${rank}.${i}`, rank)),
  );
  for (const [from, to] of edges) {
    rows[0]![from]!.after.push(rows[1]![to]!);
    rows[1]![to]!.before.push(rows[0]![from]!);
  }
  return rows;
}

const anyEdges = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { selector: String, maxLength: 20 });

test('two edges in opposite order cross, from or to the same place they do not', () => {
  expect(
    crossings(
      ranksOf(2, 2, [
        [0, 1],
        [1, 0],
      ]),
    ),
  ).toBe(1);
  expect(
    crossings(
      ranksOf(2, 2, [
        [0, 0],
        [0, 1],
        [1, 1],
      ]),
    ),
  ).toBe(0);
});

test('counts as comparing every pair of edges does', () => {
  fc.assert(
    fc.property(anyEdges, edges => {
      let pairs = 0;
      for (const [a, b] of edges) for (const [c, d] of edges) if (a < c && b > d) pairs++;
      expect(crossings(ranksOf(6, 6, edges))).toBe(pairs);
    }),
  );
});

test('ordering never makes it worse, and keeps every place', () => {
  fc.assert(
    fc.property(anyEdges, edges => {
      const rows = ranksOf(6, 6, edges);
      const ordered = orderRows(rows);
      expect(crossings(ordered)).toBeLessThanOrEqual(crossings(rows));
      expect(ordered.map(row => new Set(row))).toEqual(rows.map(row => new Set(row)));
    }),
  );
});

test('branches that cross as listed are disentangled', () => {
  const rows = ranksOf(3, 3, [
    [0, 2],
    [1, 1],
    [2, 0],
  ]);
  expect(crossings(rows)).toBe(3);
  expect(crossings(orderRows(rows))).toBe(0);
});
