import type { Numbers } from '../arrays/numericArray';
import { DataError } from '../dataError';
import type { ColumnEncoding } from '../preprocessing';
import { listed, quoted } from '../sentence';
import { encodeText } from '../texts/encodeText';
import { isGap, isGapAmongNumbers } from './gaps';
import type { Notation, NumberNotation } from './numbers/notation';
import { numberReader } from './numbers/numberReader';
import { parseNumber } from './numbers/parseNumber';
import { valueIndex } from './valueIndex';

/** How many inputs a column becomes. */
export function widthOf(encoding: ColumnEncoding): number {
  if (encoding.as === 'text') return encoding.length;
  return encoding.as === 'one-hot' ? encoding.values.length : 1;
}

/** Which of the inputs are the numbers of a column, not its categories. */
export function amountsOf(encodings: readonly ColumnEncoding[]): boolean[] {
  return encodings.flatMap(encoding => Array<boolean>(widthOf(encoding)).fill(encoding.as === 'number'));
}

/** The names of those inputs: `age`, `sex=female`, `sex=male`. A column of text, which stands alone, has none for its tokens. */
export function inputNamesOf(encodings: readonly ColumnEncoding[]): string[] {
  return encodings.flatMap(encoding =>
    encoding.as === 'one-hot' ? encoding.values.map(value => `${encoding.name}=${value}`) : [encoding.name],
  );
}

/** Writes the inputs that a cell becomes at `at`. A gap in a column of numbers is NaN, to be filled later. */
export type CellEncoder = (cell: string, into: Numbers, at: number, place: string) => void;

export function encoderOf(encoding: ColumnEncoding): CellEncoder {
  if (encoding.as === 'text') return encodeText(encoding);
  if (encoding.as === 'number') return encodeNumber(encoding.name, encoding.notation);
  return encoding.as === 'one-hot'
    ? encodeOneHot(encoding.values)
    : encodeOrdinal(encoding.name, encoding.values);
}

function encodeNumber(name: string, notation: Notation | undefined): CellEncoder {
  const read = numberReader(notation);
  return (cell, into, at, place) => {
    const value = read(cell);
    if (Number.isNaN(value) && !isGapAmongNumbers(cell)) throw notRead(cell, name, notation, place);
    into[at] = value;
  };
}

function notRead(cell: string, name: string, notation: Notation | undefined, place: string): DataError {
  const isDate = notation !== undefined && 'date' in notation;
  const otherwise =
    isDate || Number.isNaN(otherReading(cell)) ? '' : ` as in training, where ${mannerOf(notation)}`;
  const what = isDate ? 'a date as in training' : 'a number';
  return new DataError(`${place}: ${quoted(cell)} in column ${name} isn't ${what}${otherwise}.`, {
    code: 'bad-cell',
  });
}

/** What the cell would be in some notation. */
const otherReading = (cell: string) =>
  parseNumber(cell, '.')?.value ?? parseNumber(cell, ',')?.value ?? Number.NaN;

function mannerOf(notation: NumberNotation | undefined): string {
  return notation?.decimal === ','
    ? 'a comma stands before the decimals'
    : 'a point stands before the decimals';
}

/** A value that wasn't there in training, or none, leaves all of them zero. */
function encodeOneHot(values: readonly string[]): CellEncoder {
  const indexOf = valueIndex(values);
  return (cell, into, at) => {
    into.fill(0, at, at + values.length);
    const i = indexOf(cell);
    if (i !== undefined) into[at + i] = 1;
  };
}

/** The rank; a gap has a rank too where training had gaps (the empty text). */
function encodeOrdinal(name: string, values: readonly string[]): CellEncoder {
  const indexOf = valueIndex(values);
  return (cell, into, at, place) => {
    const i = indexOf(cell) ?? (isGap(cell) ? indexOf('') : undefined);
    if (i === undefined) {
      const known = listed(values.map(quoted));
      throw new DataError(
        `${place}: ${quoted(cell)} in column ${name} wasn't there in training, which had ${known}.`,
        { code: 'unknown-category' },
      );
    }
    into[at] = i;
  };
}
