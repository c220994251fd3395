import type { SourceFile } from '../bytes/sourceFile';
import { headOf } from '../bytes/streamOf';
import { DataError } from '../dataError';
import { listed } from '../sentence';
import { readers } from './all';
import type { Reader } from './reader';

export { readers } from './all';
export type {
  ArrayReader,
  ExpectedTable,
  OpenTable,
  Reader,
  TableOptions,
  TableReader,
  TableRows,
} from './reader';

/** The reader for a file: by its first bytes, else by its name, else as text. */
export async function readerOf(file: SourceFile): Promise<Reader> {
  if (file.size === 0) throw new DataError(`${file.name} is empty.`, { code: 'bad-data-file' });
  const head = await headOf(file);
  const name = file.name.toLowerCase().replace(/\.gz$/, '');
  const found =
    readers.find(reader => reader.recognises(head)) ??
    readers.find(reader => reader.extensions.some(extension => name.endsWith(extension)));
  if (found) return found;
  throw new DataError(
    `${file.name} is in a format that isn't known. Known are ${listed(
      readers.map(reader => reader.title),
      20,
    )}.`,
    { code: 'bad-data-file' },
  );
}
