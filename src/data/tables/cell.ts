const missingWords = new Set(['', 'na', 'n/a', 'nan', 'null', '?', '#n/a']);

/** Whether a cell says that there is no value: empty, `NA`, `NaN`, `?`, … */
export function isMissing(cell: string): boolean {
  // most cells begin with a digit, and are asked millions of times
  const first = cell.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  if (cell.length > 6) return cell.trim() === '';
  return missingWords.has(cell) || missingWords.has(cell.trim().toLowerCase());
}

const decimalComma = /^\s*[+-]?\d+,\d+([eE][+-]?\d+)?\s*$/;
const otherBase = /[xXbBoO]/;

/** The number a cell holds, with `.` or `,` before its decimals; NaN where it isn't one or is infinite. */
export function numberOf(cell: string): number {
  const value = Number(cell);
  if (!Number.isFinite(value)) return decimalComma.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
  // `Number` takes an empty text for 0, and knows 0x1f, 0b1 and 0o7
  if (value === 0 && cell.trim() === '') return Number.NaN;
  if (cell.length > 2 && Number.isInteger(value) && otherBase.test(cell)) return Number.NaN;
  return value;
}
