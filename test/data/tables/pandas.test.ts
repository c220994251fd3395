import { describe, expect, test } from 'vitest';
import { withFile } from '../../../src/data/bytes/sourceFile';
import { readerOf } from '../../../src/data/readers';
import { scanTable } from '../../../src/data/tables/scanTable';
import { settleColumns } from '../../../src/data/tables/settleColumns';
import golden from '../../golden/tables.json';
import { memoryFiles } from '../memoryFiles';

// golden numbers: python3 test/golden/tables.py > test/golden/tables.json (pandas, which is told what is to be worked out here)

interface Written {
  readonly text?: string;
  readonly base64?: string;
}

/** Each column as a person sees it: its numbers, or its texts, with null for a gap. */
async function columnsOf({ text, base64 }: Written) {
  const bytes = base64 === undefined ? text! : Uint8Array.from(Buffer.from(base64, 'base64'));
  return withFile(memoryFiles({ 'a.csv': bytes }), 'a.csv', async file => {
    const reader = await readerOf(file);
    if (reader.kind !== 'table') throw new Error('not a table');
    const table = await reader.open(file, {});
    const scan = await scanTable(table, []);
    settleColumns(scan, [], {}, table);
    const rows: (readonly string[])[] = [];
    for await (const { cells } of table.rows()) rows.push(...cells);
    return scan.columns.map((column, j) => {
      const cells = rows.map(row => row[j]!);
      return column.isNumeric && column.code === undefined
        ? {
            name: column.name,
            numbers: cells.map(cell => (column.isGap(cell) ? null : column.numberOf(cell))),
          }
        : { name: column.name, texts: cells.map(cell => (column.isGap(cell) ? null : cell.trim())) };
    });
  });
}

describe(`as pandas ${golden.pandas} reads it when it is told all`, () => {
  test.each(golden.tables)('$about', async ({ columns, ...written }) => {
    expect(await columnsOf(written)).toEqual(columns);
  });
});

describe('otherwise than pandas reads it by itself', () => {
  test.each(golden.differences)('$about: $why', async ({ text, columns, pandas }) => {
    const found = await columnsOf({ text });
    expect(found).toEqual(columns);
    // what is recorded is a difference
    const theirs = pandas.map(({ name, values }) => ({ name, values }));
    expect(found.map(({ name, ...rest }) => ({ name, values: rest.numbers ?? rest.texts }))).not.toEqual(
      theirs,
    );
  });
});
