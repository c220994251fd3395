import type { Place } from './waypoints';

/** How many pairs of edges cross between neighbouring ranks. */
export function crossings(rows: readonly (readonly Place[])[]): number {
  let count = 0;
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1];
    if (next) count += between(row, next);
  }
  return count;
}

/** Two edges cross where their ends stand in the opposite order: inversions, counted with a Fenwick tree. */
function between(row: readonly Place[], next: readonly Place[]): number {
  const position = new Map(next.map((place, i) => [place, i]));
  const tree = new Array<number>(next.length + 1).fill(0);
  let count = 0;
  let seen = 0;
  for (const place of row) {
    const ends = place.after.map(end => position.get(end)!).sort((a, b) => a - b);
    for (const end of ends) {
      let notAfter = 0;
      for (let i = end + 1; i > 0; i -= i & -i) notAfter += tree[i]!;
      count += seen - notAfter;
    }
    for (const end of ends) {
      for (let i = end + 1; i <= next.length; i += i & -i) tree[i]!++;
      seen++;
    }
  }
  return count;
}
