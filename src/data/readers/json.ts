import { tooBig } from '../arrays/numericArray';
import type { SourceFile } from '../bytes/sourceFile';
import { streamOf } from '../bytes/streamOf';
import { sayEncoding, type TextEncoding, textEncoding } from '../bytes/textEncoding';
import { decodeText } from '../bytes/textStream';
import { DataError } from '../dataError';
import { type Reading, report } from '../reading';
import { parseRecords } from '../tables/parseRecords';
import { cellsOf, columnsOf, type JsonRow } from '../tables/recordRows';
import type { TableReader, TableRows } from './reader';

const textLimit = 256 * 2 ** 20;
const rowsAtOnce = 10_000;

/** A list of rows: `[{"a": 1, "b": "x"}, …]` or `[[1, "x"], …]`. */
export const json: TableReader = {
  kind: 'table',
  title: 'JSON table',
  extensions: ['.json'],

  recognises: () => false,

  async open(file, { expected }) {
    const encoding = await textEncoding(file);
    const rows = await readRows(file, encoding);
    const columns = columnsOf(rows, expected);
    const listRows = Array.isArray(rows[0]);
    return {
      name: file.name,
      columns,
      header: !listRows,
      choices: sayEncoding(file.name, encoding),
      rows: reading => inBatches(file, rows, columns, listRows, reading),
    };
  },
};

async function* inBatches(
  file: SourceFile,
  rows: readonly JsonRow[],
  columns: readonly string[],
  listRows: boolean,
  reading?: Reading,
): AsyncGenerator<TableRows, undefined> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = rows.slice(from, from + rowsAtOnce);
    yield {
      cells: batch.map((row, i) => cellsOf(row, columns, listRows, `${file.name}, row ${from + i + 1}`)),
      lines: batch.map((_, i) => from + i + 1),
    };
    report(reading, from / rows.length);
  }
}

async function readRows(file: SourceFile, encoding: TextEncoding): Promise<readonly JsonRow[]> {
  const stream = await streamOf(file);
  const texts: string[] = [];
  let length = 0;
  try {
    for await (const piece of decodeText(stream, encoding)) {
      length += piece.length;
      if (length > textLimit)
        throw tooBig(`${file.name} (JSON is read whole; JSON Lines, a row a line, is not)`, file.size * 10);
      texts.push(piece);
    }
  } finally {
    await stream.close();
  }
  let value: unknown;
  try {
    value = parseRecords(texts.join(''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataError(`${file.name} isn't JSON: ${reason}.`, { code: 'bad-data-file' });
  }
  if (!Array.isArray(value)) {
    throw new DataError(`${file.name} isn't a list of rows: [{"a": 1, "b": 2}, …] is expected.`, {
      code: 'bad-data-file',
    });
  }
  if (value.length === 0) throw new DataError(`${file.name} holds no rows.`, { code: 'bad-data-file' });
  // whether each is a row is seen when it is read; the first ones must be, to know the columns
  if (value.some(row => typeof row !== 'object' || row === null)) {
    const index = value.findIndex(row => typeof row !== 'object' || row === null);
    throw new DataError(`${file.name}, row ${index + 1}: an object or a list of values is expected.`, {
      code: 'bad-data-file',
    });
  }
  return value as JsonRow[];
}
