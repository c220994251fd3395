import { withFile } from '../data/bytes/sourceFile';
import { DataError } from '../data/dataError';
import type { Files } from '../data/files';
import { readerOf } from '../data/readers';
import type { Reading } from '../data/reading';
import { splitTableAddress } from '../data/sources/address';
import { openPart } from '../data/sources/openPart';
import type { FileContents } from '../protocol/describer';

/** The columns of a table, or the arrays of a file that holds arrays. */
export async function contentsOf(files: Files, address: string, reading: Reading): Promise<FileContents> {
  try {
    const { file: place, name: part } = await splitTableAddress(files, address);
    return await withFile(files, place, async file => {
      const reader = await readerOf(file);
      if (reader.kind === 'table')
        return { kind: 'table', columns: (await openPart(reader, file, { part })).columns };
      const headers = await reader.headers(file, reading);
      return { kind: 'arrays', arrays: headers.map(({ name, shape }) => ({ name, shape })) };
    });
  } catch (error) {
    if (error instanceof DataError) return { kind: 'fault', message: error.message };
    throw error;
  }
}
