import Papa from 'papaparse';
import { collapsed } from './collapseBlanks';
import { parseNumber } from './numbers/parseNumber';

const linesLookedAt = 50;
const candidates = [',', '\t', ';', '|', ' '];
const others = /[,;\t|]/;

/**
 * The delimiter that cuts the first lines into the most equal rows whose cells hold none of the other delimiters; a comma
 * where there is only one column.
 */
export function delimiterOf(head: string): string {
  const start = head.split('\n', linesLookedAt).join('\n');
  let best = ',';
  let bestScore = 0;
  for (const delimiter of candidates) {
    const { rows, isTorn } = split(start, delimiter);
    // a quote that ends inside a value stands where nothing was parted
    const score = scoreOf(rows, delimiter) * (isTorn ? 0.01 : 1);
    if (score > bestScore * 1.0001) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** The rows of a text that is at hand; blank lines are left out. */
export function splitRows(text: string, delimiter: string): readonly (readonly string[])[] {
  return split(text, delimiter).rows;
}

function split(text: string, delimiter: string) {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  const parsed = parser.parse(delimiter === ' ' ? collapsed(text).text : text, 0, false) as {
    readonly data: string[][];
    readonly errors: readonly unknown[];
  };
  const rows = parsed.data.filter(row => row.length > 1 || row[0] !== '');
  return { rows, isTorn: parsed.errors.length > 0 };
}

function scoreOf(rows: readonly (readonly string[])[], delimiter: string): number {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  if (width < 2) return 0;
  // a header may have one name more or less
  const isHeader = rows[0]!.length !== width && Math.abs(rows[0]!.length - width) === 1;
  const equal = (count + Number(isHeader)) / rows.length;
  // words are parted by blanks too, but hardly as many in every line
  if (delimiter === ' ' && equal < 1) return 0;
  const cells = rows.flat();
  const clean = cells.reduce((sum, cell) => sum + cleanness(cell, delimiter), 0);
  // rows of one width count before the number of columns
  return equal ** 4 * (clean / cells.length) ** 4 * Math.log(width + 1);
}

/** From 1, where nothing in a cell looks as if it parted two, to 0. A comma may stand in a number, and less likely in a text. */
function cleanness(cell: string, delimiter: string): number {
  if (!others.test(cell)) return 1;
  if (delimiter === ',' || /[;\t|]/.test(cell)) return 0;
  if (isNumber(cell)) return 1;
  return delimiter === ' ' ? 0 : 0.5;
}

const isNumber = (cell: string) =>
  parseNumber(cell, ',') !== undefined || parseNumber(cell, '.') !== undefined;
