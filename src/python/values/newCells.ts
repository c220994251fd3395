let made = 0;

/** Cells that know which were made before them. */
class NumberedCells<T> extends Map<string, T> {
  readonly number = ++made;
}

/** New cells of a list, a dict, an instance or a scope. */
export function newCells<T>(entries?: Iterable<readonly [string, T]>): Map<string, T> {
  const cells = new NumberedCells<T>();
  if (entries) for (const [key, value] of entries) cells.set(key, value);
  return cells;
}

/** The number of the cells made last. */
export function lastMade(): number {
  return made;
}

/** Whether cells were made after those with the number. */
export function isMadeAfter(cells: object, number: number): boolean {
  return cells instanceof NumberedCells && cells.number > number;
}
