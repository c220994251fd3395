import type { SourceFile } from '../bytes/sourceFile';
import { streamOf } from '../bytes/streamOf';
import { sayEncoding, type TextEncoding, textEncoding } from '../bytes/textEncoding';
import { decodeText } from '../bytes/textStream';
import { DataError } from '../dataError';
import type { Reading } from '../reading';
import { counted, listed } from '../sentence';
import { type DelimitedText, delimitedRows } from '../tables/delimitedRows';
import { isComment, preambleOf } from '../tables/preamble';
import { type TableHead, tableHead } from '../tables/tableHead';
import type { TableReader, TableRows } from './reader';

const headRows = 100;
const headLength = 65_536;

/** Rows of text with a delimiter between the values: comma, tab, semicolon, bar or blanks (RFC 4180 for the quotes). */
export const csv: TableReader = {
  kind: 'table',
  title: 'CSV table',
  extensions: ['.csv', '.tsv', '.tab', '.txt', '.data', '.dat'],

  // text has no mark of its own: the name decides
  recognises: () => false,

  async open(file, options) {
    const { name } = file;
    const encoding = await textEncoding(file);
    const { skip, delimiter, comments, names } = preambleOf(await readHead(file, encoding), options);
    const text: DelimitedText = { encoding, delimiter, skip };
    const first = await firstRows(file, text);
    if (first.length === 0) throw new DataError(`${name} holds no rows.`, { code: 'bad-data-file' });
    const head = names ? tableHead([names, ...first.slice(1)], { header: true }) : tableHead(first, options);
    const choices = sayEncoding(name, encoding);
    if (comments.length > 0) choices.push(passedOver(name, comments[0]!));
    if (!head.header) choices.push(sayNames(name, head.columns, options.expected?.orders !== undefined));
    if (head.short) choices.push(sayShort(name, head.columns));
    return {
      name,
      columns: head.columns,
      unnamed: head.unnamed,
      header: head.header,
      delimiter,
      choices,
      rows: reading => rowsBelow(file, text, head, choices, reading),
    };
  },
};

/** The rows without the header and without comments, each checked to have as many cells as there are columns. */
async function* rowsBelow(
  file: SourceFile,
  text: DelimitedText,
  { columns, header, cut }: TableHead,
  choices: string[],
  reading?: Reading,
): AsyncGenerator<TableRows, undefined> {
  const { length } = columns;
  let skip = header ? 1 : 0;
  for await (const { cells, lines } of delimitedRows(file, text, reading)) {
    const from = skip;
    skip = 0;
    if (!cut && isRectangle(cells, from, length)) {
      yield from ? { cells: cells.slice(from), lines: lines.slice(from) } : { cells, lines };
      continue;
    }
    const kept: (readonly string[])[] = [];
    const places: number[] = [];
    for (let i = from; i < cells.length; i++) {
      const row = cells[i]!;
      if (row.length === length || (cut && row.length === length + 1 && row[length] === '')) {
        kept.push(row.length === length ? row : row.slice(0, length));
        places.push(lines[i]!);
      } else if (isComment(row[0]!)) {
        const sentence = passedOver(file.name, row[0]!);
        if (!choices.includes(sentence)) choices.push(sentence);
      } else {
        throw new DataError(
          `${file.name}, line ${lines[i]}: ${counted(row.length, 'value')}, but there are ${counted(length, 'column')} (${listed(columns, 6)}).`,
          { code: 'ragged-rows' },
        );
      }
    }
    if (kept.length > 0) yield { cells: kept, lines: places };
  }
}

function isRectangle(cells: readonly (readonly string[])[], from: number, width: number): boolean {
  for (let i = from; i < cells.length; i++) if (cells[i]!.length !== width) return false;
  return true;
}

function passedOver(name: string, line: string): string {
  return `Lines of ${name} that begin with ${line.trimStart()[0]} are passed over.`;
}

function sayShort(name: string, [first]: readonly string[]): string {
  return `The header of ${name} has one name fewer than there are columns, so the first column is ${first}.`;
}

function sayNames(name: string, columns: readonly string[], isExpected: boolean): string {
  return isExpected
    ? `${name} has no row of names, so its columns are taken to be ${listed(columns, 6)}.`
    : `${name} has no row of names, so its columns are called ${listed(columns, 3)}.`;
}

async function readHead(file: SourceFile, encoding: TextEncoding): Promise<string> {
  const stream = await streamOf(file);
  try {
    let text = '';
    for await (const piece of decodeText(stream, encoding)) {
      text += piece;
      if (text.length > headLength) break;
    }
    if (text.length <= headLength) return text;
    const head = text.slice(0, headLength);
    // the last line may be cut in two
    const end = head.lastIndexOf('\n');
    return end > 0 ? head.slice(0, end) : head;
  } finally {
    await stream.close();
  }
}

async function firstRows(file: SourceFile, text: DelimitedText): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of delimitedRows(file, text)) {
    for (const row of cells.slice(0, headRows - rows.length))
      if (rows.length === 0 || !isOddComment(row, rows)) rows.push(row);
    if (rows.length === headRows) break;
  }
  return rows;
}

/** A comment among the rows: it is shaped like none of them. */
const isOddComment = (row: readonly string[], rows: readonly (readonly string[])[]) =>
  isComment(row[0]!) && rows.every(({ length }) => length !== row.length);
