import { formatShape } from '../../core/shape';
import { type Numbers, sizeOf } from '../arrays/numericArray';
import { DataError } from '../dataError';
import type { Preprocessing } from '../preprocessing';
import type { RowsInFile } from '../rows/rowsInFile';
import { counted, listed } from '../sentence';
import type { Targets } from '../targets';

/** Inputs as read and encoded, before scaling. */
export interface RawInputs {
  readonly m: number;
  /** `(m, …)` example after example, or rows left in their file. */
  readonly data: Numbers | RowsInFile;
  /** The true values, where the source holds them. */
  readonly targets?: Targets;
  readonly columns: readonly string[];
  /** What had to be decided, a sentence each. */
  readonly notes?: readonly string[];
  row(index: number): readonly string[];
  /** Where a row stands, as the notes say it; undefined where it has no place of its own. */
  readonly place?: (index: number) => string;
}

/** The names by which a person types the values of an example: the columns of the table, else those of the inputs. */
export function namesToType(preprocessing: Preprocessing): readonly string[] {
  if (preprocessing.text) return ['text'];
  if (preprocessing.columns) return preprocessing.columns.map(({ name }) => name);
  return (
    preprocessing.inputNames ??
    Array.from({ length: sizeOf(preprocessing.inputShape) }, (_, j) => `x${j + 1}`)
  );
}

/** Typed rows as cells, each checked for its width. */
export function typedRows(
  rows: readonly (readonly (string | number)[])[],
  preprocessing: Preprocessing,
): readonly (readonly string[])[] {
  const names = namesToType(preprocessing);
  return rows.map((row, i) => {
    if (row.length !== names.length)
      throw wrongWidth(rows.length > 1 ? `Row ${i + 1}` : 'The row', row.length, preprocessing);
    return row.map(String);
  });
}

export function wrongWidth(what: string, width: number, preprocessing: Preprocessing): DataError {
  const names = namesToType(preprocessing);
  const wanted =
    preprocessing.inputShape.length > 1
      ? `an example of shape ${formatShape(preprocessing.inputShape)}`
      : listed(names);
  return new DataError(
    `${what} has ${counted(width, 'value')}, but the network takes ${names.length}: ${wanted}.`,
    { code: 'wrong-width' },
  );
}
