import type { SourceFile } from '../bytes/sourceFile';
import { streamOf } from '../bytes/streamOf';
import { decodeText } from '../bytes/textStream';
import { DataError } from '../dataError';
import type { Reading } from '../reading';
import { counted, listed } from '../sentence';
import { columnNames, looksLikeHeader } from '../tables/columnNames';
import { delimitedRows } from '../tables/delimitedRows';
import { delimiterOf } from '../tables/delimiter';
import type { TableReader, TableRows } from './reader';

const headRows = 100;

/** Rows of text with a delimiter between the values: comma, tab, semicolon, bar or space (RFC 4180 for the quotes). */
export const csv: TableReader = {
  kind: 'table',
  title: 'CSV table',
  extensions: ['.csv', '.tsv', '.tab', '.txt', '.data', '.dat'],

  // text has no mark of its own: the name decides
  recognises: () => false,

  async open(file, options) {
    const { head, encoding } = await readHead(file);
    const delimiter = options.delimiter ?? delimiterOf(head);
    const first = await firstRows(file, delimiter);
    if (first.length === 0) throw new DataError(`${file.name} holds no rows.`, { code: 'bad-data-file' });
    const header = options.header ?? looksLikeHeader(first);
    const columns = columnNames(header ? first[0]! : first[0]!.map(() => ''));
    const choices: string[] = [];
    if (!header)
      choices.push(`${file.name} has no row of names, so its columns are called ${listed(columns, 3)}.`);
    if (encoding === 'windows-1252') choices.push(`${file.name} isn't UTF-8, so it is read as Windows-1252.`);
    return {
      name: file.name,
      columns,
      choices,
      rows: reading => rowsBelow(file, delimiter, columns, header, reading),
    };
  },
};

/** The rows without the header, each checked to have as many cells as there are columns. */
async function* rowsBelow(
  file: SourceFile,
  delimiter: string,
  columns: readonly string[],
  header: boolean,
  reading?: Reading,
): AsyncGenerator<TableRows, undefined> {
  let skip = header ? 1 : 0;
  for await (const { cells, lines } of delimitedRows(file, delimiter, reading)) {
    for (let i = skip; i < cells.length; i++) {
      if (cells[i]!.length === columns.length) continue;
      throw new DataError(
        `${file.name}, line ${lines[i]}: ${counted(cells[i]!.length, 'value')}, but there are ${counted(columns.length, 'column')} (${listed(columns, 6)}).`,
        { code: 'ragged-rows' },
      );
    }
    yield skip ? { cells: cells.slice(skip), lines: lines.slice(skip) } : { cells, lines };
    skip = 0;
  }
}

async function readHead(file: SourceFile): Promise<{ head: string; encoding: string }> {
  const stream = await streamOf(file);
  try {
    const { pieces, encoding } = await decodeText(stream);
    const piece = (await pieces.next()).value ?? '';
    const head = piece.slice(0, 65_536);
    // the last line may be cut in two
    const end = head.lastIndexOf('\n');
    return { head: end > 0 ? head.slice(0, end) : head, encoding };
  } finally {
    await stream.close();
  }
}

async function firstRows(file: SourceFile, delimiter: string): Promise<readonly (readonly string[])[]> {
  for await (const { cells } of delimitedRows(file, delimiter)) return cells.slice(0, headRows);
  return [];
}
