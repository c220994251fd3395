import type { ExpectedTable } from '../readers/reader';
import { columnNames } from './columnNames';
import { looksLikeHeader } from './looksLikeHeader';
import { parseNumber } from './numbers/parseNumber';

type Row = readonly string[];

/** What the first rows say of how a table is made. */
export interface TableHead {
  /** Whether the first row holds the names. */
  readonly header: boolean;
  readonly columns: readonly string[];
  /** The columns without a name in the header. */
  readonly unnamed: readonly number[];
  /** Whether the header has a name fewer than there are columns, so that the first is without. */
  readonly short: boolean;
  /** Whether each row ends with a delimiter behind which there is nothing. */
  readonly cut: boolean;
}

/** Finds out where the names of the columns are; `header` and `expected` say what is known. */
export function tableHead(
  rows: readonly Row[],
  { header, expected }: { readonly header?: boolean; readonly expected?: ExpectedTable },
): TableHead {
  const [first = [], ...below] = rows;
  const isLonger =
    below.length > 0 && below.every(row => row.length === first.length + 1 && row.at(-1) === '');
  const body = isLonger ? below.map(row => row.slice(0, -1)) : below;
  const names = aligned(first, body.length > 0 ? usualWidth(body) : first.length);
  const isHeader = header ?? (expected && isExpected(names, expected)) ?? looksLikeHeader([names, ...body]);
  if (!isHeader)
    return {
      header: false,
      columns: namesInOrder(names.length, expected),
      unnamed: [],
      short: false,
      cut: isLonger,
    };
  // behind a delimiter at the end of every line there is no column
  const cut = isLonger || (names.length > 1 && [names, ...body].every(row => row.at(-1) === ''));
  const kept = cut && !isLonger ? names.slice(0, -1) : names;
  const unnamed = kept.flatMap((name, j) => (name.trim() === '' ? [j] : []));
  return { header: true, columns: columnNames(kept), unnamed, short: names.length > first.length, cut };
}

/** The names of columns that come without: those of the expected order that has as many, else numbered. */
export function namesInOrder(width: number, expected: ExpectedTable | undefined): readonly string[] {
  const order = expected?.orders?.find(({ length }) => length === width);
  return order ?? columnNames(new Array<string>(width).fill(''));
}

function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}

/**
 * The first row as names for `width` columns: R leaves out the name of the names of rows, and a delimiter at the end makes
 * a name too many.
 */
function aligned(first: Row, width: number): Row {
  if (first.length === width - 1) return ['', ...first];
  if (first.length === width + 1 && first.at(-1)!.trim() === '') return first.slice(0, -1);
  return first;
}

/** Whether the first row holds the names that are expected; undefined where that can't be told from them. */
function isExpected(first: Row, { names, needed, fits }: ExpectedTable): boolean | undefined {
  const cells = first.map(cell => cell.trim());
  const found = cells.filter(cell => names.includes(cell));
  if (!needed) {
    // a number may be a value: then it says little, unless no other is the same
    return found.length > 0 && new Set(cells).size === cells.length ? true : undefined;
  }
  const isNumber = (cell: string) => parseNumber(cell, '.') !== undefined;
  if (found.length > 0 && found.every(isNumber))
    return found.length === cells.length && hasAll(found, needed);
  if (hasAll(found, needed)) return true;
  if (fits?.(first)) return found.length * 2 > cells.length;
  return found.length > 0 ? true : undefined;
}

const hasAll = (found: readonly string[], needed: readonly string[]) =>
  needed.every(name => found.includes(name));
