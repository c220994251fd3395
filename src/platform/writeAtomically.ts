import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FileFault, onFile } from './fileFault';

/** What a file is made of; a text that is made while it is written comes in pieces. */
export type Content = string | Uint8Array | AsyncIterable<string>;

/**
 * Writes a file whole or not at all: to a temporary name beside it, then renamed, so that a reader, a full disk or the
 * death of the process never leaves half a file. Throws a `FileFault`.
 */
export async function writeAtomically(path: string, content: Content): Promise<void> {
  // two that write the same file at once don't meet in the temporary one
  const temporary = `${path}.${randomUUID()}.tmp`;
  await onFile('write', path, async () => {
    try {
      await writeFile(temporary, content);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new FileFault(`Can’t write ${path}: there is no folder ${dirname(path)}.`, 'ENOENT');
    }
  });
}
