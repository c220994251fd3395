import Papa from 'papaparse';
import type { SourceFile } from '../bytes/sourceFile';
import { streamOf } from '../bytes/streamOf';
import type { TextEncoding } from '../bytes/textEncoding';
import { decodeText } from '../bytes/textStream';
import { DataError } from '../dataError';
import type { TableRows } from '../readers/reader';
import { type Reading, report } from '../reading';
import { counted } from '../sentence';
import { collapseBlanks } from './collapseBlanks';

const rowLimit = 16 * 2 ** 20;

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number; readonly message: string }[];
  readonly meta: { readonly cursor: number };
}

/** How the rows of a text are parted. */
export interface DelimitedText {
  readonly encoding: TextEncoding;
  /** A blank means any number of blanks. */
  readonly delimiter: string;
  /** Lines before the first row. */
  readonly skip: number;
}

/** All rows of delimited text as they stand, blank lines left out, some at a time. */
export async function* delimitedRows(
  file: SourceFile,
  { encoding, delimiter, skip }: DelimitedText,
  reading?: Reading,
): AsyncGenerator<TableRows, undefined> {
  const stream = await streamOf(file);
  const lines = withoutLines(decodeText(stream, encoding), skip);
  const pieces = delimiter === ' ' ? collapseBlanks(lines) : lines;
  let text = '';
  let line = skip + 1;
  let wanted = 0;

  const parse = (last: boolean): TableRows => {
    const parser = new Papa.Parser({ delimiter, newline: '\n' });
    const parsed = parser.parse(text, 0, !last) as Parsed;
    const error = parsed.errors[0];
    // only a quoted cell can hold line ends
    const isQuoted = text.includes('"');
    const cells: string[][] = [];
    const lines: number[] = [];
    for (const [index, row] of parsed.data.entries()) {
      if (error?.row === index) {
        throw new DataError(
          `${file.name}, line ${line}: a quote (") isn't closed or stands inside a value.`,
          { code: 'bad-data-file' },
        );
      }
      if (row.length > 1 || row[0] !== '') {
        cells.push(row);
        lines.push(line);
      }
      line += isQuoted ? 1 + newlinesIn(row) : 1;
    }
    text = last ? '' : text.slice(parsed.meta.cursor);
    return { cells, lines };
  };

  try {
    for await (const piece of pieces) {
      text += piece;
      if (text.length < Math.min(wanted, rowLimit)) continue;
      const rows = parse(false);
      // a row longer than the text is only looked for again in twice the text
      wanted = rows.lines.length > 0 ? 0 : 2 * text.length;
      if (text.length > rowLimit) {
        throw new DataError(
          `${file.name}, line ${line}: a row of more than ${counted(rowLimit, 'letter')} begins here; probably a quote (") isn't closed.`,
          {
            code: 'bad-data-file',
          },
        );
      }
      if (rows.cells.length > 0) yield rows;
      report(reading, stream.taken / file.size);
    }
    const rest = parse(true);
    if (rest.cells.length > 0) yield rest;
  } finally {
    await stream.close();
  }
}

/** Text without its first lines. */
async function* withoutLines(
  pieces: AsyncGenerator<string, undefined>,
  skip: number,
): AsyncGenerator<string, undefined> {
  for await (let piece of pieces) {
    for (; skip > 0; skip--) {
      const end = piece.indexOf('\n');
      if (end < 0) break;
      piece = piece.slice(end + 1);
    }
    if (skip === 0 && piece) yield piece;
  }
}

function newlinesIn(row: readonly string[]): number {
  let count = 0;
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  }
  return count;
}
