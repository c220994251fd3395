import { withFile } from '../data/bytes/sourceFile';
import { DataError } from '../data/dataError';
import type { Files } from '../data/files';
import { openImageHeader } from '../data/images/openImage';
import { hasImageName } from '../data/images/readImage';
import { readerOf } from '../data/readers';
import type { Reading } from '../data/reading';
import { scanTable } from '../data/tables/scanTable';
import type { DataFiles, FileFacts } from '../python/files/dataFiles';

/** Larger tables aren't counted for a check. */
const largestTable = 64 * 2 ** 20;

/**
 * The data files that a program asks for, described from what was read before. Those it asked for and that aren't read
 * yet are in `missing`; after `read` the program is checked again.
 */
export class PythonFiles implements DataFiles {
  readonly #files: Files;
  readonly #facts = new Map<string, FileFacts | undefined>();
  readonly missing = new Set<string>();

  constructor(files: Files) {
    this.#files = files;
  }

  describe(path: string): FileFacts | undefined {
    if (!this.#facts.has(path)) this.missing.add(path);
    return this.#facts.get(path);
  }

  /** Reads the headers of all that was asked for; whether any of them says something. */
  async read(reading?: Reading): Promise<boolean> {
    let found = false;
    for (const path of [...this.missing]) {
      this.missing.delete(path);
      const facts = await factsOf(this.#files, path, reading);
      this.#facts.set(path, facts);
      if (facts) found = true;
    }
    return found;
  }
}

/** What the headers of a file say; undefined where it isn't there or can't be read. */
export async function factsOf(
  files: Files,
  address: string,
  reading?: Reading,
): Promise<FileFacts | undefined> {
  try {
    if (hasImageName(address)) return await pictureFacts(files, address);
    return await withFile(files, address, async (file): Promise<FileFacts | undefined> => {
      const reader = await readerOf(file);
      if (reader.kind === 'arrays') {
        const headers = (await reader.headers(file, reading)).filter(({ type }) => type !== 'link');
        return {
          kind: 'arrays',
          arrays: headers.map(({ name, shape, type }) => ({ ...(name && { name }), shape, dtype: type })),
        };
      }
      if (file.size > largestTable) return undefined;
      const table = await reader.open(file, {});
      const { rows } = await scanTable(table, [], reading);
      const hasHeading = !table.columns.every((name, i) => name === `column${i + 1}`);
      return { kind: 'table', rows, columns: table.columns.map(name => ({ name })), hasHeading };
    });
  } catch (error) {
    if (error instanceof DataError) return undefined;
    throw error;
  }
}

/** Libraries differ in whether they turn a picture as its EXIF says: of one that lies on its side nothing is known. */
async function pictureFacts(files: Files, address: string): Promise<FileFacts | undefined> {
  const { width, height, channels, orientation } = await openImageHeader(files, address);
  return orientation < 5 ? { kind: 'image', width, height, channels } : undefined;
}
