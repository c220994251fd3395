import type { SourceFile } from '../bytes/sourceFile';
import { sayEncoding, type TextEncoding, textEncoding } from '../bytes/textEncoding';
import { textLines } from '../bytes/textLines';
import { DataError } from '../dataError';
import type { Reading } from '../reading';
import { parseRecords } from '../tables/parseRecords';
import { cellsOf, columnsOf, type JsonRow } from '../tables/recordRows';
import type { TableReader, TableRows } from './reader';

const headRows = 1000;

/** One row of JSON a line. The columns are those of the first thousand rows. */
export const jsonLines: TableReader = {
  kind: 'table',
  title: 'JSON Lines table',
  extensions: ['.jsonl', '.ndjson'],

  recognises: () => false,

  async open(file, { expected }) {
    const encoding = await textEncoding(file);
    const first: JsonRow[] = [];
    for await (const { rows } of parsedLines(file, encoding)) {
      for (const row of rows) if (typeof row === 'object' && row !== null) first.push(row as JsonRow);
      if (first.length >= headRows) break;
    }
    if (first.length === 0) throw new DataError(`${file.name} holds no rows.`, { code: 'bad-data-file' });
    const columns = columnsOf(first.slice(0, headRows), expected);
    return {
      name: file.name,
      columns,
      header: !Array.isArray(first[0]),
      choices: sayEncoding(file.name, encoding),
      rows: reading => rowsOf(file, encoding, columns, Array.isArray(first[0]), reading),
    };
  },
};

async function* rowsOf(
  file: SourceFile,
  encoding: TextEncoding,
  columns: readonly string[],
  listRows: boolean,
  reading?: Reading,
): AsyncGenerator<TableRows, undefined> {
  for await (const { rows, lines } of parsedLines(file, encoding, reading)) {
    yield {
      cells: rows.map((row, i) => cellsOf(row, columns, listRows, `${file.name}, line ${lines[i]}`)),
      lines,
    };
  }
}

async function* parsedLines(
  file: SourceFile,
  encoding: TextEncoding,
  reading?: Reading,
): AsyncGenerator<{ rows: unknown[]; lines: number[] }, undefined> {
  for await (const { lines: texts, from } of textLines(file, encoding, reading)) {
    const rows: unknown[] = [];
    const lines: number[] = [];
    for (const [i, text] of texts.entries()) {
      const line = from + i;
      if (text.trim() === '') continue;
      try {
        rows.push(parseRecords(text));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new DataError(`${file.name}, line ${line}, isn't JSON: ${reason}.`, { code: 'bad-data-file' });
      }
      lines.push(line);
    }
    if (rows.length > 0) yield { rows, lines };
  }
}
