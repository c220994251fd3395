import type { SourceFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import { PageRoom } from '../parquet/pageRoom';
import { orDamaged } from '../parquet/parquetFault';
import { openParquet, type ParquetFile, type RowGroup } from '../parquet/parquetFile';
import { readChunk } from '../parquet/readChunk';
import { type Reading, report, turn } from '../reading';
import { listed } from '../sentence';
import type { TableReader, TableRows } from './reader';

const batch = 5000;
/** What pandas calls an index that has no name. */
const pandasIndex = /^__index_level_\d+__$/;

/** Columns of Parquet that hold one value a row; lists and records are left out by name. */
export const parquet: TableReader = {
  kind: 'table',
  title: 'Parquet table',
  extensions: ['.parquet', '.pq'],

  recognises: head => [0x50, 0x41, 0x52, 0x31].every((byte, i) => head[i] === byte),

  async open(file) {
    const opened = await openParquet(file);
    const { columns, unread } = opened;
    const choices = [...new Set(unread.map(({ why }) => why))].map(why => {
      const names = unread.filter(column => column.why === why).map(({ name }) => name);
      const [are, hold] = names.length === 1 ? ['is', 'it holds'] : ['are', 'they hold'];
      return `${listed(names)} ${are} left out: ${hold} ${why}, not one number, text or date a row.`;
    });
    const index = columns.filter(({ name }) => pandasIndex.test(name)).map(({ name }) => name);
    if (index.length > 0) choices.push(`${listed(index)} is left out: it is the index of a table of pandas.`);
    if (columns.length === index.length)
      throw new DataError(`${file.name} has no columns of numbers, texts or dates.`, {
        code: 'bad-data-file',
      });
    const kept = columns.map((_, i) => i).filter(i => !pandasIndex.test(columns[i]!.name));
    return {
      name: file.name,
      columns: kept.map(i => columns[i]!.name),
      choices,
      canonical: true,
      rows: reading => rowsOf(file, opened, kept, reading),
    };
  },
};

async function* rowsOf(
  file: SourceFile,
  { library, columns, groups }: ParquetFile,
  kept: readonly number[],
  reading?: Reading,
): AsyncGenerator<TableRows, undefined> {
  let line = 1;
  for (const [g, group] of groups.entries()) {
    const room = new PageRoom(file.name);
    const cells = await Promise.all(
      kept.map(async i =>
        readChunk(library, await chunkBytes(file, group, i), group.chunks[i]!, columns[i]!, group.rows, room),
      ),
    );
    for (let from = 0; from < group.rows; from += batch) {
      const count = Math.min(batch, group.rows - from);
      const rows = orDamaged(file.name, () => take(cells, count));
      yield { cells: rows, lines: rows.map((_, i) => line + i) };
      line += count;
      report(reading, (g + from / group.rows) / groups.length);
      await turn();
    }
  }
}

function chunkBytes(file: SourceFile, { chunks }: RowGroup, i: number): Promise<Uint8Array> {
  return file.read(chunks[i]!.offset, chunks[i]!.bytes);
}

function take(columns: readonly Generator<string, undefined>[], count: number): string[][] {
  const rows: string[][] = [];
  for (let i = 0; i < count; i++) {
    const row: string[] = [];
    for (const column of columns) {
      const { value, done } = column.next();
      if (done) throw new Error('a column has fewer values than rows');
      row.push(value);
    }
    rows.push(row);
  }
  return rows;
}
