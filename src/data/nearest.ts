/** The number of letters to insert, remove or replace that turns `a` into `b` (Levenshtein, 1966). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}

/** `names`, those most like `wanted` first; case doesn't count. At most `most`. */
export function nearest(wanted: string, names: readonly string[], most = 10): string[] {
  const target = wanted.slice(0, 200).toLowerCase();
  return names
    .map(name => ({ name, distance: editDistance(target, name.slice(0, 200).toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name);
}
