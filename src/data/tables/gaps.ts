/** Marks that mean nothing else than a gap, as spreadsheets and programs write them. */
const sureMarks = new Set([
  '',
  'NA',
  'na',
  'N/A',
  'n/a',
  'N.A.',
  'n.a.',
  'NaN',
  'nan',
  'NAN',
  '-nan',
  '-NaN',
  'NULL',
  'Null',
  'null',
  '(null)',
  '\\N',
  '?',
  '<NA>',
  '<na>',
  '#NA',
  '#N/A',
  '#N/A N/A',
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '1.#IND',
  '-1.#IND',
  '1.#QNAN',
  '-1.#QNAN',
]);

/** Words that are gaps among numbers, but may be a value among texts: `None` of a garage, `-` of a pole. */
const likelyMarks = new Set([
  'None',
  'none',
  'NONE',
  'Na',
  'N/a',
  'nil',
  'NIL',
  'Nil',
  'missing',
  'Missing',
  'MISSING',
  'unknown',
  'Unknown',
  'UNKNOWN',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '..',
  '...',
  '*',
]);

const longest = 9;

/** Whether a cell says that there is no value, whatever its column holds: empty, `NA`, `NaN`, `?`, `#N/A`, … */
export function isGap(cell: string): boolean {
  // most cells begin with a digit, and are asked millions of times
  const first = cell.charCodeAt(0);
  if (first >= 48 && first <= 57 && cell.charCodeAt(2) !== 35) return false;
  if (sureMarks.has(cell)) return true;
  return isTrimmed(cell) ? false : sureMarks.has(cell.trim());
}

/** Whether a cell says that there is no value, in a column of numbers. */
export function isGapAmongNumbers(cell: string): boolean {
  return isGap(cell) || isLikelyGap(cell);
}

/** Whether a cell is a gap if its column otherwise holds numbers. */
export function isLikelyGap(cell: string): boolean {
  return cell.length <= 3 * longest && likelyMarks.has(cell.trim());
}

function isTrimmed(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first > 32 && first < 127 && last > 32 && last < 127;
}
