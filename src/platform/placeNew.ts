import { constants, copyFile, link, rm } from 'node:fs/promises';

/** What file systems without hard links say: FAT, some network drives. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EXDEV', 'EINVAL']);

/**
 * Gives a temporary file its name, where nothing has that name yet: gives false, and leaves both alone, where something
 * has. Of two processes that do it at once one is given true.
 */
export async function placeNew(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (code !== 'EEXIST' && !noLinks.has(code)) throw error;
    if (code === 'EEXIST' || !(await copied(temporary, path))) return false;
  }
  await rm(temporary, { force: true });
  return true;
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
