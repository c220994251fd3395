import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { onFile } from './fileFault';
import { patiently } from './patiently';
import { folderToDisk } from './toDisk';
import { type Content, withTemporary } from './withTemporary';

/**
 * Writes a file whole or not at all: to a temporary name beside it, then renamed, so that a reader, a full disk, the
 * death of the process or a loss of power never leaves half a file. What was written in the folder before is on the disk
 * before the name changes. Throws a `FileFault`.
 */
export async function writeAtomically(path: string, content: Content, mode?: number): Promise<void> {
  const folder = dirname(path);
  await onFile('write', path, () =>
    withTemporary(
      path,
      content,
      async temporary => {
        await folderToDisk(folder);
        await patiently(() => rename(temporary, path));
        await folderToDisk(folder);
      },
      mode,
    ),
  );
}
