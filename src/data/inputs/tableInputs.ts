import { allocate } from '../arrays/numericArray';
import type { SourceFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import { gapFiller } from '../fillGaps';
import { inTurns } from '../inTurns';
import type { ColumnEncoding, Preprocessing } from '../preprocessing';
import type { OpenTable, TableReader } from '../readers';
import { type Reading, report } from '../reading';
import { counted, listed, quoted } from '../sentence';
import { openPart } from '../sources/openPart';
import { encoderOf, widthOf } from '../tables/encoding';
import { isGap, isGapAmongNumbers } from '../tables/gaps';
import { moreColumns } from '../tables/moreColumns';
import { targetReader } from '../tables/targetReader';
import { valueIndex } from '../tables/valueIndex';
import type { Targets } from '../targets';
import { countTokens, notesOnTexts } from '../texts/tokenCounts';
import { expectedTable } from './expectedTable';
import { namesToType, type RawInputs, wrongWidth } from './rawInputs';

/** Rows of a table whose columns are those of the training, by name in any order; without names, in the order they had. */
export async function readTableInputs(
  reader: TableReader,
  file: SourceFile,
  preprocessing: Preprocessing,
  reading?: Reading,
  part?: string,
): Promise<RawInputs> {
  const table = await openPart(reader, file, { part, expected: expectedTable(preprocessing) });
  const names = namesToType(preprocessing);
  const { table: layout } = preprocessing;
  const isNamed = names.some(name => table.columns.includes(name)) || hasNames(table, preprocessing);
  const sources = isNamed
    ? byName(names, table.columns, file.name)
    : byPosition(names, table.columns, file.name, preprocessing);
  const targetSources = preprocessing.targets.names.map(name => table.columns.indexOf(name));
  const hasTargets = isNamed && targetSources.every(index => index >= 0);

  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for await (const batch of table.rows(reading)) {
    for (const cells of batch.cells) rows.push(cells);
    for (const line of batch.lines) lines.push(line);
    report(reading, 0.5);
  }
  if (rows.length === 0)
    throw new DataError(`${file.name} holds no rows to predict.`, { code: 'no-examples' });
  const place = (i: number) => `${file.name}, line ${lines[i]}`;
  const picked: string[][] = [];
  await inTurns(rows.length, i => picked.push(sources.map(index => rows[i]![index]!)), reading);
  const targets = hasTargets
    ? await readTargets({ rows, sources: targetSources, file: file.name, place }, preprocessing, reading)
    : undefined;
  const encoded = await encode(picked, encodingsOf(preprocessing), file.name, place, reading);
  return {
    ...encoded,
    notes: [
      ...table.choices,
      ...(layout ? moreColumns(table.name, table.columns, layout.columns) : []),
      ...encoded.notes,
    ],
    ...(targets ? { targets } : {}),
    columns: table.columns,
    row: index => rows[index]!,
    place,
  };
}

/** Rows of cells in the order of the names to type. */
export async function rowsAsInputs(
  rows: readonly (readonly string[])[],
  preprocessing: Preprocessing,
): Promise<RawInputs> {
  const place = (i: number) => (rows.length > 1 ? `Row ${i + 1}` : 'The row');
  return {
    ...(await encode(rows, preprocessing.columns ?? plain(preprocessing), 'The rows', place)),
    columns: namesToType(preprocessing),
    row: index => rows[index]!,
    place,
  };
}

/** How each column of a file becomes inputs; where the training's was named as an array, it is read as that was. */
function encodingsOf(preprocessing: Preprocessing): readonly ColumnEncoding[] {
  const { columns, notations } = preprocessing;
  if (columns) return columns;
  return plain(preprocessing).map((encoding, j) => {
    const notation = notations?.[j] ?? notations?.[0];
    return notation ? { ...encoding, notation } : encoding;
  });
}

/** Inputs that aren't of a table are numbers, without gaps. */
function plain(preprocessing: Preprocessing): (ColumnEncoding & { readonly as: 'number' })[] {
  return namesToType(preprocessing).map(name => ({ name, as: 'number', missing: Number.NaN }));
}

async function encode(
  rows: readonly (readonly string[])[],
  encodings: readonly ColumnEncoding[],
  what: string,
  place: (i: number) => string,
  reading?: Reading,
) {
  const encoders = encodings.map(encoderOf);
  const widths = encodings.map(widthOf);
  const width = widths.reduce((sum, value) => sum + value, 0);
  const isText = encodings.some(({ as }) => as === 'text');
  const data = isText
    ? allocate(Uint16Array, rows.length * width, what)
    : allocate(Float64Array, rows.length * width, what);
  const fill = gapFiller(encodings);
  let gap = -1;
  const encodeRow = (i: number) => {
    let at = i * width;
    for (const [j, encoder] of encoders.entries()) {
      encoder(rows[i]![j]!, data, at, place(i));
      at += widths[j]!;
    }
    const row = data.subarray(i * width, (i + 1) * width);
    fill(row);
    if (gap < 0 && row.some(Number.isNaN)) gap = i * width + row.findIndex(Number.isNaN);
  };
  await inTurns(rows.length, encodeRow, reading);
  if (gap >= 0) {
    throw new DataError(
      `${place(Math.floor(gap / width))}: there is no value for ${encodings[gap % width]!.name}.`,
      { code: 'bad-cell' },
    );
  }
  return { m: rows.length, data, notes: await notesOn(rows, encodings, place, reading) };
}

/** A sentence for each column in which something was missing or new, with the first place; one for all gaps alike. */
async function notesOn(
  rows: readonly (readonly string[])[],
  encodings: readonly ColumnEncoding[],
  place: (i: number) => string,
  reading: Reading | undefined,
): Promise<string[]> {
  const found = new Map<string, Odd>();
  for (const [j, encoding] of encodings.entries()) {
    if (encoding.as === 'ordinal') continue;
    if (encoding.as === 'text') {
      const cells = rows.map(row => row[j]!);
      const counts = await countTokens(encoding, cells, undefined, reading);
      return notesOnTexts(encoding, cells, counts, place);
    }
    const indexOf = encoding.as === 'number' ? undefined : valueIndex(encoding.values);
    const isOdd = (row: readonly string[]) =>
      indexOf ? indexOf(row[j]!) === undefined : isGapAmongNumbers(row[j]!);
    let [first, count] = [0, 0];
    const look = (i: number) => {
      if (isOdd(rows[i]!) && count++ === 0) first = i;
    };
    await inTurns(rows.length, look, reading);
    if (count === 0) continue;
    const key = encoding.as === 'number' ? `gaps ${first} ${count}` : `column ${j}`;
    const alike = found.get(key);
    if (alike) alike.columns.push(encoding.name);
    else found.set(key, { columns: [encoding.name], as: encoding.as, first, count, cell: rows[first]![j]! });
  }
  return [...found.values()].map(odd => noteOn(odd, place(odd.first)));
}

/** Cells that are missing or new: of one column, or of several that have their gaps alike. */
interface Odd {
  readonly columns: string[];
  readonly as: 'number' | 'one-hot';
  /** The first row, and how many there are. */
  readonly first: number;
  readonly count: number;
  readonly cell: string;
}

function noteOn({ columns, as, count, cell }: Odd, place: string): string {
  const names = listed(columns, 6);
  const what = (as === 'number' ? isGapAmongNumbers(cell) : isGap(cell))
    ? `no value for ${names}`
    : `${quoted(cell)} in ${names} wasn't there in training`;
  const means =
    columns.length > 1 ? "the training set's means are taken" : "the training set's mean is taken";
  const more = count > 1 ? ` (and ${counted(count - 1, 'more row')})` : '';
  return `${place}: ${what}, so ${as === 'number' ? means : 'it becomes all zeros'}${more}.`;
}

function byName(names: readonly string[], columns: readonly string[], address: string): number[] {
  const missing = names.filter(name => !columns.includes(name));
  if (missing.length === 0) return names.map(name => columns.indexOf(name));
  throw new DataError(
    `${address} has ${counted(columns.length, 'column')} (${listed(columns, 6)}), but the network takes ${names.length}; missing are ${listed(missing)}.${otherCapitals(missing, columns)}`,
    { code: 'missing-column' },
  );
}

/** Of missing names, those that are there but for capitals and blanks. */
function otherCapitals(missing: readonly string[], columns: readonly string[]): string {
  const plain = (name: string) => name.trim().toLowerCase();
  const found = missing.flatMap(name => {
    const like = columns.find(column => plain(column) === plain(name));
    return like === undefined ? [] : [`${quoted(like)} is to be called ${quoted(name)}`];
  });
  return found.length > 0 ? ` Capitals count: ${listed(found, 6)}.` : '';
}

/** Whether both this table and that of the training have names, so that they must be the same. */
function hasNames(table: OpenTable, { columns, table: layout }: Preprocessing): boolean {
  return columns !== undefined && layout?.header === true && table.header === true;
}

/** Without names the columns are taken as they come; one more may be the target, at the end. */
function byPosition(
  names: readonly string[],
  columns: readonly string[],
  address: string,
  preprocessing: Preprocessing,
): number[] {
  const extra = columns.length - names.length;
  if (extra !== 0 && extra !== preprocessing.targets.names.length)
    throw wrongWidth(`Each row of ${address}`, columns.length, preprocessing);
  return names.map((_, j) => j);
}

/** The rows of a file, with where the columns of the targets and the rows stand in it. */
interface TargetRows {
  readonly rows: readonly (readonly string[])[];
  readonly sources: readonly number[];
  readonly file: string;
  readonly place: (i: number) => string;
}

async function readTargets(
  { rows, sources, file, place }: TargetRows,
  { targets }: Preprocessing,
  reading: Reading | undefined,
): Promise<Targets> {
  const { names, classes, values, binary, notations } = targets;
  const facts = { n: names.length, binary, oneHot: false, ...(classes ? { classes } : {}) };
  const reader = targetReader(
    { names, facts, ...(values ? { values } : {}), ...(notations ? { notations } : {}) },
    rows.length,
    file,
    true,
  );
  const add = (i: number) => {
    const values = sources.map(index => rows[i]![index]!);
    reader.add(values, place(i));
  };
  await inTurns(rows.length, add, reading);
  return reader.targets();
}
