import { constants, copyFile, link, rm } from 'node:fs/promises';
import { onFile } from './fileFault';
import { type Content, withTemporary } from './withTemporary';

/** What file systems without hard links say: FAT, some network drives. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EXDEV', 'EINVAL']);

/**
 * Writes a file that wasn't there, whole; gives false, and leaves what is there alone, where something is. Of two
 * processes that do it at once one is given true. Throws a `FileFault`.
 */
export async function createAtomically(path: string, content: Content): Promise<boolean> {
  return onFile('write', path, () =>
    withTemporary(path, content, async temporary => {
      try {
        await link(temporary, path);
      } catch (error) {
        const code = String((error as NodeJS.ErrnoException).code);
        if (code !== 'EEXIST' && !noLinks.has(code)) throw error;
        if (code === 'EEXIST' || !(await copied(temporary, path))) {
          await rm(temporary, { force: true });
          return false;
        }
      }
      await rm(temporary, { force: true });
      return true;
    }),
  );
}

/** Not in one moment, but exclusively all the same. */
async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
