import { createReadStream } from 'node:fs';
import { link, open, rm, stat } from 'node:fs/promises';
import { fileToDisk } from './toDisk';

/** What file systems without hard links say: FAT, some network drives. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EXDEV', 'EINVAL']);

/**
 * Gives a temporary file its name, where nothing has that name yet: gives false, and leaves both alone, where something
 * has. Of two processes that do it at once one is given true.
 *
 * @param give how a file gets another name: tests have file systems without
 */
export async function placeNew(temporary: string, path: string, give = link): Promise<boolean> {
  try {
    await give(temporary, path);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (code !== 'EEXIST' && !noLinks.has(code)) throw error;
    if (code === 'EEXIST' || !(await copied(temporary, path))) return false;
  }
  await rm(temporary, { force: true });
  return true;
}

/**
 * Exclusively all the same, and whole when it says true; but not in one moment, so that another process may see the
 * beginning of it meanwhile. What could not be written to its end is taken away again.
 */
async function copied(from: string, to: string): Promise<boolean> {
  try {
    const made = await open(to, 'wx', (await stat(from)).mode);
    try {
      for await (const piece of createReadStream(from)) await made.writeFile(piece as Buffer);
      await fileToDisk(made);
      return true;
    } catch (error) {
      await rm(to, { force: true });
      throw error;
    } finally {
      await made.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
