import { rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { onFile } from './fileFault';
import { placeNew } from './placeNew';
import { type Content, withTemporary } from './withTemporary';

/**
 * Writes a file that wasn't there, whole; gives false, and leaves what is there alone, where something is. Of two
 * processes that do it at once one is given true. Throws a `FileFault`.
 */
export async function createAtomically(path: string, content: Content): Promise<boolean> {
  return onFile('write', path, () =>
    withTemporary(path, content, async temporary => {
      if (await placeNew(temporary, path)) return true;
      await rm(temporary, { force: true });
      return false;
    }),
  );
}

/** The same under `path`, or where something is there already `name-2.csv`, `name-3.csv` … beside it. Gives its path. */
export async function createFresh(path: string, content: Content): Promise<string> {
  const extension = extname(path);
  const stem = basename(path, extension);
  return onFile('write', path, () =>
    withTemporary(path, content, async temporary => {
      for (let n = 1; ; n++) {
        const fresh = n === 1 ? path : join(dirname(path), `${stem}-${n}${extension}`);
        if (await placeNew(temporary, fresh)) return fresh;
      }
    }),
  );
}
