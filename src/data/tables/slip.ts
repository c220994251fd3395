import { DataError } from '../dataError';
import { counted, quoted } from '../sentence';
import type { ColumnScan } from './columnScan';
import { isGapAmongNumbers } from './gaps';

/** Cells that are likely slips: the first of them, how many there are, and what nearly all others are. */
export interface Slip {
  readonly cell: string;
  readonly place: string;
  readonly count: number;
  readonly others: 'number' | 'date';
}

/** Of the cells that aren't gaps, more than this share are numbers, or dates, for the rest to be slips. */
const nearlyAll = 0.9;
/** Texts of a column with few different values are slips where they are at most this share, and none comes twice. */
const seldom = 0.02;
/** What is a group of numbers rather than one mistyped: `3+`, `>10`, `10-14`. */
const group = /^(?:[<>≤≥]=? ?\d[\d.]*|\d[\d.]* ?\+|\d[\d.]* ?[-–] ?\d[\d.]*)$/;

/**
 * The slips in a column that holds numbers, or dates, but for a few cells. With at most `fewValues` different values it may
 * be one of categories, some of which are words; then only what comes once is a slip.
 */
export function slipIn(column: ColumnScan, fewValues: number): Slip | undefined {
  const { filled, numbers, dates } = column;
  if (column.declared || 'date' in column.notation) return undefined;
  const inDates = column.firstUndated;
  if (inDates && dates < filled && dates > nearlyAll * filled)
    return { ...inDates, count: filled - dates, others: 'date' };
  const count = filled - numbers;
  const first = column.firstText;
  if (!first || count === 0 || numbers <= nearlyAll * filled) return undefined;
  const { distinct } = column;
  if (distinct && distinct.size <= fewValues && !comeOnce(column, distinct, count)) return undefined;
  return { ...first, count, others: 'number' };
}

function comeOnce(column: ColumnScan, distinct: ReadonlyMap<string, number>, count: number): boolean {
  if (count > seldom * column.filled) return false;
  const odd = [...distinct].filter(
    ([cell]) => Number.isNaN(column.numberOf(cell)) && !isGapAmongNumbers(cell),
  );
  return odd.every(([cell, times]) => times === 1 && !group.test(cell));
}

/** What is wrong with the cell, and `ways` out beside mending it. */
export function slipFault(
  { name }: ColumnScan,
  { cell, place, count, others }: Slip,
  ways: string,
): DataError {
  const more = count > 1 ? ` (and ${counted(count - 1, 'more cell')})` : '';
  return new DataError(
    `${place}: ${quoted(cell)} in column ${name} isn't a ${others}, while nearly all others are${more}. Mend the cell, ${ways}.`,
    { code: 'bad-cell' },
  );
}
