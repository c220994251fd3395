import { DataError } from '../dataError';
import type { ExpectedTable } from '../readers/reader';
import { counted, listed, quoted } from '../sentence';
import { namesInOrder } from './tableHead';

/** A row of JSON: an object with the values under their names, or a list of values. */
export type JsonRow = Readonly<Record<string, unknown>> | readonly unknown[];

/** The columns of rows of JSON: the names in the order in which they first come; of lists those expected, or numbered. */
export function columnsOf(rows: readonly JsonRow[], expected?: ExpectedTable): readonly string[] {
  if (Array.isArray(rows[0])) return namesInOrder(rows[0].length, expected);
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
}

/** The cells of a row as text, missing ones empty. `place` begins the sentence of a fault: `a.jsonl, line 3`. */
export function cellsOf(
  row: unknown,
  columns: readonly string[],
  listRows: boolean,
  place: string,
): string[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row) !== listRows) {
    throw new DataError(
      `${place}: ${listRows ? 'a list of values' : 'an object with a value for each column'} is expected.`,
      {
        code: 'bad-data-file',
      },
    );
  }
  if (Array.isArray(row)) {
    if (row.length !== columns.length) {
      throw new DataError(
        `${place}: ${counted(row.length, 'value')}, but there are ${counted(columns.length, 'column')}.`,
        { code: 'ragged-rows' },
      );
    }
    return row.map((value, index) => cellOf(value, columns[index]!, place));
  }
  const record = row as Readonly<Record<string, unknown>>;
  let found = 0;
  const cells = columns.map(name => {
    if (!Object.hasOwn(record, name)) return '';
    found++;
    return cellOf(record[name], name, place);
  });
  if (Object.keys(record).length > found) {
    const known = new Set(columns);
    const extra = Object.keys(record).filter(name => !known.has(name));
    throw new DataError(`${place}: ${listed(extra.map(quoted))} isn't among the columns of the first rows.`, {
      code: 'ragged-rows',
    });
  }
  return cells;
}

function cellOf(value: unknown, column: string, place: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') {
    throw new DataError(
      `${place}: ${column} holds a list or an object; only numbers and texts can be read.`,
      { code: 'bad-data-file' },
    );
  }
  return String(value);
}
