import { type SourceFile, withFile } from '../../../src/data/bytes/sourceFile';
import { readerOf, type TableOptions } from '../../../src/data/readers';
import { memoryFiles } from '../memoryFiles';

/** A table as its reader gives it, read to the end. */
export interface ReadTable {
  readonly reader: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly choices: readonly string[];
}

/** Reads the table in `bytes` by the reader that its name and its first bytes choose. */
export function readTableIn(
  name: string,
  bytes: Uint8Array | string,
  options: TableOptions = {},
): Promise<ReadTable> {
  return withFile(memoryFiles({ [name]: bytes }), name, async (file: SourceFile) => {
    const reader = await readerOf(file);
    if (reader.kind !== 'table') throw new Error(`${name} is no table but a ${reader.title}`);
    const table = await reader.open(file, options);
    const rows: (readonly string[])[] = [];
    const lines: number[] = [];
    for await (const batch of table.rows()) {
      rows.push(...batch.cells);
      lines.push(...batch.lines);
    }
    return { reader: reader.title, columns: table.columns, rows, lines, choices: table.choices };
  });
}
