import { DataError } from '../dataError';
import { type Reading, report, turn } from '../reading';
import { quoted } from '../sentence';
import type { Sheet, Workbook } from './openWorkbook';
import { serialDate, serialTime } from './serialDate';

/** A row in which something stands: its number from 1, and its cells by their column from 0. */
export interface SheetRow {
  readonly line: number;
  readonly cells: ReadonlyMap<number, string>;
}

/** What a sheet holds beside its cells; complete when all rows were read. */
export interface SheetNotes {
  /** Cells that hold an error, `#N/A`. */
  errors: number;
  /** Ranges of cells that are merged, `A2:A5`. */
  readonly merged: string[];
}

const mostColumns = 16_384;
const mostRows = 1_048_576;
const mostMerged = 1000;
/** Rows that are given at once. */
const batch = 1000;

/**
 * The rows of a sheet in which something stands, some at a time. Numbers are written as `String` does, dates as ISO 8601,
 * truth as TRUE and FALSE; an error is a gap, a formula is the value it had when the book was saved.
 */
export async function* sheetRows(
  book: Workbook,
  { part, name }: Sheet,
  reading?: Reading,
  notes: SheetNotes = { errors: 0, merged: [] },
): AsyncGenerator<readonly SheetRow[], undefined> {
  const title = `${book.parts.file.name}, sheet ${name}`;
  let rows: SheetRow[] = [];
  let cells = new Map<number, string>();
  let line = 0;
  let column = -1;
  let cell: { reference: string; type: string; style: number; formula: boolean; value?: string } | undefined;
  let isValue = false;

  const place = () => `${title}, row ${line}`;
  const endCell = () => {
    if (!cell) return;
    if (cell.type === 'e') notes.errors++;
    const text = textOf(book, cell, place);
    if (text !== '') cells.set(column, text);
    cell = undefined;
  };
  const pieces = book.parts.pieces(part, {
    open(element, attributes) {
      if (element === 'row') {
        const before = line;
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
        if (!(Number.isInteger(line) && line >= 1 && line <= mostRows))
          throw damaged(title, `a row has the number ${quoted(attributes.r ?? String(line))}`);
        if (line <= before) throw damaged(title, `row ${line} stands behind row ${before}`);
        column = -1;
        cells = new Map();
      } else if (element === 'c') {
        const { r: reference = '', t: type = 'n', s: style = '-1' } = attributes;
        const before = column;
        column = reference ? columnOf(reference) : column + 1;
        if (!(column >= 0 && column < mostColumns) || !isInRow(reference, line))
          throw damaged(place(), `there is no cell ${quoted(reference)}`);
        if (column === before) throw damaged(place(), `the cell ${reference} is there twice`);
        if (column < before) throw damaged(place(), `the cell ${reference} stands behind one to its right`);
        cell = { reference, type, style: Number(style), formula: false };
      } else if (element === 'f' && cell) cell.formula = true;
      else if (element === 'mergeCell' && attributes.ref && notes.merged.length < mostMerged)
        notes.merged.push(attributes.ref);
      // texts of a cell itself may come in several parts
      isValue = cell !== undefined && (element === 'v' || element === 't');
      if (isValue) cell!.value ??= '';
    },
    close(element) {
      isValue = false;
      if (element === 'c') endCell();
      if (element === 'row' && cells.size > 0) rows.push({ line, cells });
    },
    text(piece) {
      if (isValue && cell) cell.value += piece;
    },
  });
  let taken = 0;
  for await (const _ of pieces) {
    if (++taken % 64 === 0) await turn();
    report(reading, 0.5);
    if (rows.length < batch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

interface Cell {
  readonly reference: string;
  readonly type: string;
  readonly style: number;
  readonly formula: boolean;
  readonly value?: string;
}

function textOf(book: Workbook, cell: Cell, place: () => string): string {
  const { type, value, style, reference } = cell;
  if (value === undefined || (value === '' && type !== 'str')) {
    if (!cell.formula || type === 'e') return '';
    throw new DataError(
      `${place()}: ${reference || 'a cell'} is a formula whose value isn't saved. Open the book in Excel, or another program that works it out, and save it.`,
      { code: 'bad-cell' },
    );
  }
  switch (type) {
    case 's': {
      const text = book.strings[Number(value)];
      if (text === undefined) throw damaged(place(), `${reference} names a text that isn't there`);
      return text;
    }
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'n': {
      const number = Number(value);
      if (!Number.isFinite(number))
        throw damaged(place(), `${reference} holds ${quoted(value)}, which is no number`);
      const shown = book.styles[style];
      const date =
        shown === 'date'
          ? serialDate(number, book.from1904)
          : shown === 'time'
            ? timeOf(book, number)
            : undefined;
      return date ?? String(number);
    }
    case 'str':
    case 'inlineStr':
    case 'd':
      return value;
    default:
      throw damaged(place(), `${reference} is of an unknown type, ${quoted(type)}`);
  }
}

/** Hours of a day; where days stand before them, a date. */
function timeOf(book: Workbook, serial: number): string | undefined {
  return serialTime(serial) ?? serialDate(serial, book.from1904);
}

/** The column of a cell, `BC7`, from 0; -1 where it is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i++) {
    const letter = reference.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** Whether the number in a cell's name, if it has one, is that of its row. */
function isInRow(reference: string, line: number): boolean {
  const number = reference.replace(/^[A-Za-z]+/, '');
  return number === '' || Number(number) === line;
}

function damaged(place: string, what: string): DataError {
  return new DataError(`${place}: ${what}. The book is damaged.`, { code: 'bad-data-file' });
}
