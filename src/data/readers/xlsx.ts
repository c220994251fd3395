import type { SourceFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import { nearest } from '../nearest';
import type { Reading } from '../reading';
import { counted, listed, quoted } from '../sentence';
import { tableHead } from '../tables/tableHead';
import { isWorkbook } from '../workbook/isWorkbook';
import { openWorkbook, type Sheet, type Workbook } from '../workbook/openWorkbook';
import { type SheetNotes, type SheetRow, sheetRows } from '../workbook/sheetRows';
import type { TableReader, TableRows } from './reader';

/** Rows by which the columns are known. */
const headRows = 1000;

/** A sheet of an Excel workbook, `book.xlsx#Sheet2`; the first that isn't hidden where none is named. */
export const xlsx: TableReader = {
  kind: 'table',
  title: 'Excel workbook',
  parts: 'sheet',
  extensions: ['.xlsx', '.xlsm', '.xls'],

  recognises: head => isWorkbook(head) || isOldWorkbook(head),

  async open(file, options) {
    if (isOldWorkbook(await file.read(0, 8))) {
      const what = 'is a workbook of Excel’s old format, or protected by a password';
      throw new DataError(`${file.name} ${what}. Save it as .xlsx without one.`, { code: 'bad-data-file' });
    }
    const book = await openWorkbook(file);
    const sheet = sheetOf(book, file, options.part);
    const first = await firstRows(book, sheet);
    if (first.length === 0)
      throw new DataError(`${file.name}, sheet ${sheet.name}, holds no rows.`, { code: 'bad-data-file' });
    const used = first.flatMap(({ cells }) => [...cells.keys()]);
    const from = used.reduce((a, b) => Math.min(a, b));
    const width = used.reduce((a, b) => Math.max(a, b)) - from + 1;
    const cells = first.map(row => cellsOf(row, from, width));
    const { header, columns, unnamed } = tableHead(cells, options);
    const name = options.part === undefined ? file.name : `${file.name}#${sheet.name}`;
    const choices = sayChoice(book, file, sheet, options.part);
    if (!header)
      choices.push(`${name} has no row of names, so its columns are called ${listed(columns, 3)}.`);
    return {
      name,
      columns,
      header,
      unnamed,
      choices,
      canonical: true,
      rows: reading => rowsBelow(book, sheet, { from, columns, header, choices }, reading),
    };
  },
};

interface Shape {
  /** The first column that holds something. */
  readonly from: number;
  readonly columns: readonly string[];
  readonly header: boolean;
  /** Gets what is found out on the way. */
  readonly choices: string[];
}

async function* rowsBelow(
  book: Workbook,
  sheet: Sheet,
  { from, columns, header, choices }: Shape,
  reading?: Reading,
): AsyncGenerator<TableRows, undefined> {
  const notes: SheetNotes = { errors: 0, merged: [] };
  let skip = header ? 1 : 0;
  for await (const found of sheetRows(book, sheet, reading, notes)) {
    const rows = found.slice(skip);
    skip = 0;
    for (const { cells, line } of rows) {
      const beyond = [...cells.keys()].find(column => column < from || column >= from + columns.length);
      if (beyond === undefined) continue;
      const place = `${book.parts.file.name}, sheet ${sheet.name}, row ${line}`;
      throw new DataError(
        `${place}: a value stands in column ${lettersOf(beyond)}, beside the ${counted(columns.length, 'column')} of the table (${listed(columns, 6)}).`,
        { code: 'ragged-rows' },
      );
    }
    yield {
      cells: rows.map(row => cellsOf(row, from, columns.length)),
      lines: rows.map(({ line }) => line),
    };
  }
  for (const note of notesOf(notes)) if (!choices.includes(note)) choices.push(note);
}

function notesOf({ errors, merged }: SheetNotes): string[] {
  const notes: string[] = [];
  if (errors > 0)
    notes.push(
      `${counted(errors, 'cell')} ${errors === 1 ? 'holds an error, #N/A or the like, and is a gap' : 'hold errors, #N/A and the like, and are gaps'}.`,
    );
  if (merged.length > 0)
    notes.push(
      `Merged cells (${listed(merged, 3)}) have their value in the first one only; the others are gaps.`,
    );
  return notes;
}

function cellsOf({ cells }: SheetRow, from: number, width: number): string[] {
  return Array.from({ length: width }, (_, i) => cells.get(from + i) ?? '');
}

async function firstRows(book: Workbook, sheet: Sheet): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const some of sheetRows(book, sheet)) {
    // a piece that was packed well may hold far more
    for (const row of some.slice(0, headRows - rows.length)) rows.push(row);
    if (rows.length === headRows) break;
  }
  return rows;
}

function sheetOf({ sheets }: Workbook, file: SourceFile, wanted: string | undefined): Sheet {
  if (wanted === undefined) return sheets.find(({ hidden }) => !hidden) ?? sheets[0]!;
  const found =
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (found) return found;
  const names = nearest(
    wanted,
    sheets.map(({ name }) => name),
    sheets.length,
  );
  throw new DataError(`${file.name} has no sheet ${quoted(wanted)}; it has ${listed(names)}.`, {
    code: 'missing-dataset',
    suggestions: names.map(name => `${file.name}#${name}`),
  });
}

/** Which sheet is read, where there are several. */
function sayChoice(
  { sheets }: Workbook,
  file: SourceFile,
  sheet: Sheet,
  wanted: string | undefined,
): string[] {
  const hidden = sheet.hidden ? ', which is hidden' : '';
  if (wanted !== undefined) return sheet.hidden ? [`The sheet ${sheet.name} is hidden in Excel.`] : [];
  if (sheets.length === 1) return hidden ? [`The sheet ${sheet.name}${hidden}, is read.`] : [];
  const others = sheets
    .filter(other => other !== sheet)
    .map(({ name, hidden: isHidden }) => (isHidden ? `${name} (hidden)` : name));
  const example = `${file.name}#${sheets.find(other => other !== sheet)!.name}`;
  return [
    `Of ${file.name} the sheet ${sheet.name}${hidden} is read, not ${listed(others)}: ${example} would name that.`,
  ];
}

/** The letters of a column, from 0. */
function lettersOf(column: number): string {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** The container of Excel before 2007, which also holds a workbook with a password. */
function isOldWorkbook(head: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => head[i] === byte);
}
