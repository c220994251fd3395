/** Gives ids that nobody has: `hidden`, or `hidden-2` where there is one. A number at the end is counted on. */
export function freshIds(taken: Iterable<string>): (wanted: string) => string {
  const used = new Set(taken);
  // a list of thousands of doubles doesn't count from 2 for each of them
  const next = new Map<string, number>();
  return wanted => {
    let id = wanted;
    if (id === '' || used.has(id)) {
      const stem = wanted.replace(/-\d+$/, '') || 'layer';
      let n = next.get(stem) ?? 2;
      while (used.has(`${stem}-${n}`)) n++;
      next.set(stem, n + 1);
      id = `${stem}-${n}`;
    }
    used.add(id);
    return id;
  };
}
