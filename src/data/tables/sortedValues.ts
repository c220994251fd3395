import type { ColumnScan } from './columnScan';

/** The different cells of a column in their natural order: numbers by size, texts as they are declared or by letters. */
export function sortedValues(column: ColumnScan): readonly string[] {
  const cells = [...(column.distinct?.keys() ?? [])];
  if (column.declared) {
    const places = new Map(column.declared.map((value, i) => [column.valueOf(value.trim()), i]));
    return cells.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }
  if (!column.isNumeric) return cells.sort(byLetters);
  const marks = new Set(column.marks);
  return cells
    .filter(cell => !marks.has(cell))
    .sort((a, b) => column.numberOf(a) - column.numberOf(b) || byLetters(a, b));
}

function byLetters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
