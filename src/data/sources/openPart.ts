import type { SourceFile } from '../bytes/sourceFile';
import type { OpenTable, TableOptions, TableReader } from '../readers';
import { nameless } from './address';

/** Opens a table; a fault where one of several is named of a file that is one table. */
export async function openPart(
  reader: TableReader,
  file: SourceFile,
  options: TableOptions,
): Promise<OpenTable> {
  if (options.part !== undefined && !reader.parts) throw nameless(file.name, options.part);
  return reader.open(file, options);
}
