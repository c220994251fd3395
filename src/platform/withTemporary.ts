import { randomUUID } from 'node:crypto';
import { open, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FileFault } from './fileFault';
import { fileToDisk } from './toDisk';

/** What a file is made of; a text that is made while it is written comes in pieces. */
export type Content = string | Uint8Array | AsyncIterable<string>;

/** Whether a name is one of a file that was to be renamed, and whose process died before. */
export function isTemporary(name: string): boolean {
  return /\.[0-9a-f-]{36}\.tmp$/.test(name);
}

/**
 * Writes `content` to the disk under a temporary name beside `path`, for `place` to give it its own; nothing is left
 * where one of the two fails.
 */
export async function withTemporary<T>(
  path: string,
  content: Content,
  place: (temporary: string) => Promise<T>,
  mode?: number,
): Promise<T> {
  // two that write the same file at once don't meet in the temporary one
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await writeFile(handle, content);
      // open's mode is subject to the process's mask
      if (mode !== undefined) await handle.chmod(mode);
      await fileToDisk(handle);
    } finally {
      await handle.close();
    }
    return await place(temporary);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new FileFault(`Can’t write ${path}: there is no folder ${dirname(path)}.`, 'ENOENT');
  }
}
