import { isGap, isGapAmongNumbers } from './gaps';
import { parseNumber } from './numbers/parseNumber';

type Row = readonly string[];

/** With fewer rows a text that doesn't come again says little. */
const fewRows = 10;

/**
 * Whether the first row holds names. It does where a text stands above numbers; not where a number does, unless the numbers
 * in it go up one by one, as years do, and what stands below is of another kind. Of texts above texts, a name is what its column doesn't hold
 * again though its other values come again.
 */
export function looksLikeHeader(rows: readonly Row[]): boolean {
  const [first, ...others] = rows;
  if (!first) return false;
  const numbers = first.map(numberIn);
  const hasNumbers = numbers.some(value => value !== undefined);
  if (others.length === 0) return !hasNumbers;
  if (hasNumbers) return isRunOfNames(numbers, others);
  const columns = first.map((name, column) => ({ name, below: others.map(row => row[column] ?? '') }));
  if (columns.some(({ name, below }) => !isGap(name) && holdsNumbers(below))) return true;
  // a number below a text, in a column of both
  if (others.some(row => row.some(cell => numberIn(cell) !== undefined)) && !comesAgain(columns)) return true;
  if (first.some(isGap)) return false;
  const again = columns.filter(({ name, below }) => below.includes(name)).length;
  if (again === 0) return true;
  const telling = columns.filter(({ name, below }) => isTelling(below) && !below.includes(name)).length;
  return others.length >= fewRows && telling > again;
}

const numberIn = (cell: string) => (parseNumber(cell, '.') ?? parseNumber(cell, ','))?.value;

const holdsNumbers = (cells: Row) => {
  const present = cells.filter(cell => !isGapAmongNumbers(cell));
  return present.length > 0 && present.every(cell => numberIn(cell) !== undefined);
};

const comesAgain = (columns: readonly { readonly name: string; readonly below: Row }[]) =>
  columns.some(({ name, below }) => !isGap(name) && below.includes(name));

/** Few different values, each of which comes several times. */
function isTelling(below: Row): boolean {
  return new Set(below).size <= below.length / 4;
}

/** So many numbers in steps of one are no chance. */
const longRun = 10;

/**
 * At least two whole numbers in steps of one, from a year or from 0 or 1 on, with texts only before them, above columns most
 * of which hold something else.
 */
function isRunOfNames(numbers: readonly (number | undefined)[], others: readonly Row[]): boolean {
  const from = numbers.findIndex(value => value !== undefined);
  const run = numbers.slice(from);
  const start = run[0]!;
  const isYear = start >= 1500 && start <= 2200;
  if (run.length < 2 || !(start === 0 || start === 1 || (isYear && Number.isInteger(start)))) return false;
  if (!run.every((value, i) => value === start + i)) return false;
  if (run.length >= longRun) return true;
  const isAlike = (value: number | undefined) =>
    value !== undefined && Number.isInteger(value) && (!isYear || (value >= 1500 && value <= 2200));
  const unlike = run.filter((_, i) => others.some(row => !isAlike(numberIn(row[from + i] ?? ''))));
  return unlike.length * 2 > run.length;
}
