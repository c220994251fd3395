const otherBase = /[xXbBoO]/;

/** The number a cell holds as a computer writes it, `-12.5e3`; NaN where it isn't one or is infinite. */
export function plainNumber(cell: string): number {
  const value = Number(cell);
  if (!Number.isFinite(value)) return Number.NaN;
  // `Number` takes an empty text for 0, and knows 0x1f, 0b1 and 0o7
  if (value === 0 && cell.trim() === '') return Number.NaN;
  if (cell.length > 2 && Number.isInteger(value) && otherBase.test(cell)) return Number.NaN;
  return value;
}
