const missingWords = new Set(['', 'na', 'n/a', 'nan', 'null', '?', '#n/a']);

/** Whether a cell says that there is no value: empty, `NA`, `NaN`, `?`, … */
export function isMissing(cell: string): boolean {
  if (cell.length > 6) return cell.trim() === '';
  return missingWords.has(cell) || missingWords.has(cell.trim().toLowerCase());
}

const decimalComma = /^\s*[+-]?\d+,\d+([eE][+-]?\d+)?\s*$/;
const otherBase = /^\s*[+-]?0[xXbBoO]/;

/** The number a cell holds, with `.` or `,` before its decimals; NaN where it isn't one or is infinite. */
export function numberOf(cell: string): number {
  let value = Number(cell);
  if (Number.isNaN(value) && decimalComma.test(cell)) value = Number(cell.replace(',', '.'));
  if (!Number.isFinite(value) || otherBase.test(cell) || cell.trim() === '') return Number.NaN;
  return value;
}
