import { statOf } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import type { Files } from '../files';
import { quoted } from '../sentence';

/** The file of an address, and the name of what is meant in it: `data.h5#group/x`, `book.xlsx#Sheet2`. */
export function splitAddress(address: string): { file: string; name: string | undefined } {
  const at = address.lastIndexOf('#');
  return at < 0
    ? { file: address, name: undefined }
    : { file: address.slice(0, at), name: address.slice(at + 1) };
}

/** The same of a table, the name of whose file may hold a `#` itself. */
export async function splitTableAddress(
  files: Files,
  address: string,
): Promise<{ file: string; name: string | undefined }> {
  const found = splitAddress(address);
  if (found.name === undefined || !(await statOf(files, files.resolve(address), address))) return found;
  return { file: address, name: undefined };
}

/** The fault of a name after the `#` of a file whose array, or table, has none. */
export function nameless(file: string, name: string): DataError {
  return new DataError(`What ${file} holds has no name: leave out ${quoted(`#${name}`)}.`, {
    code: 'missing-dataset',
    suggestions: [file],
  });
}
