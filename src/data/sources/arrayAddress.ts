import {
  type ArrayHeader,
  allocate,
  type Numbers,
  type NumericArray,
  storedBytes,
} from '../arrays/numericArray';
import { SourceFile, withFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import type { Files } from '../files';
import { nearest } from '../nearest';
import { type ArrayReader, type OpenTable, readerOf, type TableReader } from '../readers';
import { type Reading, report } from '../reading';
import type { RowsInFile } from '../rows/rowsInFile';
import { listed, quoted } from '../sentence';
import type { ColumnScan } from '../tables/columnScan';
import { isGapAmongNumbers } from '../tables/gaps';
import type { Notation } from '../tables/numbers/notation';
import { numberReader } from '../tables/numbers/numberReader';
import { settleNotations } from '../tables/numbers/settleNotations';
import { scanTable, type TableScan } from '../tables/scanTable';
import { nameless, splitAddress } from './address';
import { openPart } from './openPart';

/** An array of the workspace by its address: `x.npy`, `data.npz#x`, `data.h5#group/x`, `x.csv`. */
export interface FoundArray extends ArrayHeader {
  /** The address as written, for sentences. */
  readonly address: string;
  /** Of a table: what was worked out, a sentence each. */
  readonly choices: readonly string[];
  /** Of a table: how the numbers of each column are written; one for all where they are alike. */
  readonly notations?: readonly Notation[];
}

/** Of the training's table, for another that is to be read as it was: see `FoundArray.notations`. */
export type Notations = readonly Notation[] | undefined;

/** What is known of the array at `address` without reading its values (a table of numbers is counted). */
export function findArray(
  files: Files,
  address: string,
  reading?: Reading,
  known?: Notations,
): Promise<FoundArray> {
  const { file, name } = splitAddress(address);
  return withFile(files, file, async source => {
    const reader = await readerOf(source);
    if (reader.kind === 'table') return { ...(await measure(reader, source, name, reading, known)), address };
    return { ...(await headerIn(reader, source, name, reading)), address, choices: [] };
  });
}

/** Its values. */
export function readArray(
  files: Files,
  address: string,
  reading?: Reading,
  known?: Notations,
): Promise<NumericArray> {
  const { file, name } = splitAddress(address);
  return withFile(files, file, async source => {
    const reader = await readerOf(source);
    if (reader.kind === 'table') return readTable(reader, source, name, reading, known);
    return reader.read(source, await headerIn(reader, source, name, reading), reading);
  });
}

/** An array of which an example is a row, in memory or left in its file. */
export interface ArrayOfRows {
  readonly shape: readonly number[];
  readonly data: Numbers | RowsInFile;
}

/** Bytes in a file beyond which an array stays there. */
export const defaultStreamAbove = 512 * 2 ** 20;

/** Whether an array is left in its file, where it can be. */
export function stays(header: ArrayHeader, streamAbove = defaultStreamAbove): boolean {
  return header.byRows === true && storedBytes(header) > streamAbove;
}

/**
 * The array at `address`, whose rows stay in the file where they are more than `streamAbove` bytes and can be read one by
 * one; then they have to be closed.
 */
export async function openArray(
  files: Files,
  address: string,
  streamAbove = defaultStreamAbove,
  reading?: Reading,
  known?: Notations,
): Promise<ArrayOfRows> {
  const { file, name } = splitAddress(address);
  const source = await SourceFile.open(files, file);
  let isLeft = false;
  try {
    const reader = await readerOf(source);
    if (reader.kind === 'arrays' && reader.rows) {
      const header = await headerIn(reader, source, name, reading);
      const rows = stays(header, streamAbove) && (await reader.rows(source, header));
      if (rows) {
        isLeft = true;
        return { shape: header.shape, data: rows };
      }
    }
  } finally {
    if (!isLeft) await source.close();
  }
  return readArray(files, address, reading, known);
}

/** The header of the array that is meant, if its values can be read. */
async function headerIn(
  reader: ArrayReader,
  file: SourceFile,
  name: string | undefined,
  reading?: Reading,
): Promise<ArrayHeader> {
  const headers = await reader.headers(file, reading);
  if (headers.length === 0) throw new DataError(`${file.name} holds no arrays.`, { code: 'bad-data-file' });
  if (name && headers.every(header => header.name === '')) throw nameless(file.name, name);
  if (headers.length === 1 && (!name || headers[0]!.name === '')) return readable(headers[0]!);
  const wanted = name?.replace(/^\/+/, '');
  const found = headers.find(header => header.name === wanted);
  if (found) return readable(found);
  const names = nearest(
    wanted ?? '',
    headers.map(header => header.name),
  );
  const there = `it holds ${listed(names)}`;
  const what =
    wanted === undefined
      ? `${file.name} holds several arrays, so say which: ${there}`
      : `${file.name} has no data set ${quoted(wanted)}; ${there}`;
  throw new DataError(`${what}.`, {
    code: 'missing-dataset',
    suggestions: names.map(other => `${file.name}#${other}`),
  });
}

function readable(header: ArrayHeader): ArrayHeader {
  if (header.unreadable) throw new DataError(header.unreadable, { code: 'bad-data-file' });
  return header;
}

async function measure(
  reader: TableReader,
  file: SourceFile,
  name: string | undefined,
  reading?: Reading,
  known?: Notations,
): Promise<Omit<FoundArray, 'address'>> {
  const { rows, columns, notations, choices } = await scanned(reader, file, name, reading, known);
  return { name: '', type: 'float64', shape: [rows, columns.length], choices, notations };
}

/** The table with how the numbers of each column are written, and what was worked out of it. */
async function scanned(
  reader: TableReader,
  file: SourceFile,
  name: string | undefined,
  reading?: Reading,
  known?: Notations,
): Promise<
  TableScan & {
    readonly table: OpenTable;
    readonly notations: readonly Notation[];
    readonly choices: readonly string[];
  }
> {
  const table = await openPart(reader, file, { part: name });
  const scan = await scanTable(table, [], reading);
  // lines that end with a delimiter have nothing behind it
  const isEnded = scan.columns.length > 1 && scan.columns.at(-1)!.present === 0;
  const columns = isEnded ? scan.columns.slice(0, -1) : scan.columns;
  if (known && (known.length === 1 || known.length === columns.length))
    return { ...scan, columns, table, notations: known, choices: table.choices };
  const { delimiter, canonical } = table;
  const said: string[] = [];
  settleNotations(scan.columns, {}, { file: file.name, delimiter, canonical }, said);
  const notations = alike(columns.map(({ notation }) => notation));
  return { ...scan, columns, table, notations, choices: [...table.choices, ...said] };
}

/** One for all of them, where they are alike. */
function alike(notations: readonly Notation[]): readonly Notation[] {
  const [first, ...others] = notations.map(notation => JSON.stringify(notation));
  return others.every(other => other === first) ? notations.slice(0, 1) : notations;
}

/** A table in which every cell is a number, as an array. */
async function readTable(
  reader: TableReader,
  file: SourceFile,
  name: string | undefined,
  reading?: Reading,
  known?: Notations,
): Promise<NumericArray> {
  const { table, rows, columns, notations } = await scanned(reader, file, name, reading, known);
  const width = columns.length;
  const data = allocate(Float64Array, rows * width, file.name);
  const readers = columns.map((_, j) => numberReader(notations[j] ?? notations[0]));
  let row = 0;
  for await (const { cells, lines } of table.rows(reading)) {
    for (const [i, cellsOfRow] of cells.entries()) {
      for (let j = 0; j < width; j++) {
        const cell = cellsOfRow[j]!;
        const value = readers[j]!(cell);
        if (Number.isNaN(value))
          throw notNumber(file.name, lines[i]!, columns[j]!, notations[j] ?? notations[0], cell);
        data[row * width + j] = value;
      }
      row++;
    }
    report(reading, row / rows);
  }
  return { shape: [rows, width], data };
}

function notNumber(
  name: string,
  line: number,
  column: ColumnScan,
  notation: Notation | undefined,
  cell: string,
): DataError {
  const isComma = notation && 'decimal' in notation && notation.decimal === ',';
  const what = isGapAmongNumbers(cell)
    ? `there is no value in column ${column.name}`
    : `${quoted(cell)} in column ${column.name} isn't a number${isComma ? ' with a comma before its decimals' : ''}`;
  return new DataError(
    `${name}, line ${line}: ${what}. A table with texts or gaps is named with "file" and "target" instead of x and y.`,
    { code: 'bad-cell' },
  );
}
