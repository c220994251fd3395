import type { ArrayHeader, NumericArray } from '../arrays/numericArray';
import type { SourceFile } from '../bytes/sourceFile';
import type { Reading } from '../reading';
import type { RowsInFile } from '../rows/rowsInFile';
import type { DateOrder } from '../tables/numbers/notation';

/** A file format that holds arrays: NPY, NPZ, HDF5, IDX. */
export interface ArrayReader {
  readonly kind: 'arrays';
  /** As it is called in a sentence: `NumPy array`. */
  readonly title: string;
  /** Ends of file names, `.npy`; those with `.gz` behind them count too. */
  readonly extensions: readonly string[];
  /** Whether the first bytes (after gunzip) are this format's. */
  recognises(head: Uint8Array): boolean;
  /** What is in the file, from headers alone. */
  headers(file: SourceFile, reading?: Reading): Promise<readonly ArrayHeader[]>;
  /** The array that `header`, one of `headers`, tells of. */
  read(file: SourceFile, header: ArrayHeader, reading?: Reading): Promise<NumericArray>;
  /**
   * The rows of an array that `byRows` is true of, left in the file, which is then theirs to close; undefined where the
   * file system can't read so.
   */
  rows?(file: SourceFile, header: ArrayHeader): Promise<RowsInFile | undefined>;
}

export interface TableOptions {
  /** Whether the first row holds the names; worked out where it isn't said. */
  readonly header?: boolean;
  readonly delimiter?: string;
  /** Which of several tables of the file, as behind `#` in its address: the sheet of a workbook. */
  readonly part?: string;
  /** What is known of the table beforehand. */
  readonly expected?: ExpectedTable;
}

/** What is known of a table before it is opened: from the settings, which name columns, or from a training. */
export interface ExpectedTable {
  /** Names that the row of names holds, if there is one. */
  readonly names: readonly string[];
  /** Those of them that a row of names must hold; where it isn't said, the first row decides with all below it. */
  readonly needed?: readonly string[];
  /** The names of the columns in the orders in which they may come without a row of names: the one of the same width holds. */
  readonly orders?: readonly (readonly string[])[];
  /** What most likely parts the columns. */
  readonly delimiter?: string;
  /** Whether a first row can be one of values. */
  fits?(cells: readonly string[]): boolean;
}

/** Some rows of a table, all with as many cells as there are columns. */
export interface TableRows {
  readonly cells: readonly (readonly string[])[];
  /** The line in the file on which each row begins, from 1. */
  readonly lines: readonly number[];
}

export interface OpenTable {
  /** The file's name, for sentences. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns that the file has no name for, by their index; where it has no names at all, none. */
  readonly unnamed?: readonly number[];
  /** What parts the columns, where the file is text. */
  readonly delimiter?: string;
  /** Whether the file has names for its columns. */
  readonly header?: boolean;
  /** What was worked out, a sentence each; a reading of all rows may add to them. */
  readonly choices: readonly string[];
  /**
   * Whether the file itself tells numbers from texts, so that a cell which is a number is written as `String` writes it:
   * nothing is to be guessed about commas and points.
   */
  readonly canonical?: boolean;
  /** Columns of categories, by name, with the values that the file declares, in their order. */
  readonly categories?: ReadonlyMap<string, readonly string[]>;
  /** Columns of dates, by name, whose order the file declares. */
  readonly dateOrders?: ReadonlyMap<string, DateOrder>;
  /** The rows from the first, some at a time; can be asked for more than once. */
  rows(reading?: Reading): AsyncIterable<TableRows>;
}

/** A file format that holds rows of cells: CSV, JSON, Excel, Parquet, ARFF. */
export interface TableReader {
  readonly kind: 'table';
  readonly title: string;
  /** What a file of several tables calls one of them: `sheet`; only of such a file an address may name a part. */
  readonly parts?: string;
  readonly extensions: readonly string[];
  recognises(head: Uint8Array): boolean;
  open(file: SourceFile, options: TableOptions): Promise<OpenTable>;
}

export type Reader = ArrayReader | TableReader;
