import { isMissing, numberOf } from './cell';

/** Whether the first row holds names: no number among them, and below a number somewhere, or no row repeated at all. */
export function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...others] = rows;
  if (!first || first.some(cell => !Number.isNaN(numberOf(cell)))) return false;
  if (others.length === 0) return true;
  if (others.some(row => row.some(cell => !Number.isNaN(numberOf(cell))))) return true;
  // only text: a name is a value that its column doesn't hold again
  return first.every((cell, column) => !isMissing(cell) && others.every(row => row[column] !== cell));
}

/** Names as they are in the header, each made different from those before it; `column3` where there is none. */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const wanted = cell.trim() || `column${index + 1}`;
    let name = wanted;
    for (let n = 1; taken.has(name); n++) name = `${wanted}.${n}`;
    taken.add(name);
    return name;
  });
}
