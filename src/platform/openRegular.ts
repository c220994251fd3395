import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { Refusal } from '../data/bytes/refusal';

/**
 * Opens a file to be read, and nothing else: a pipe would be waited for without end, and a device may give bytes without
 * end. It is looked at before it is opened, because to open a device may do something, and again afterwards, because it
 * may have been exchanged. Throws a `Refusal`, or what the file system says.
 */
export async function openRegular(path: string, flags = 0): Promise<FileHandle> {
  checkRegular(await stat(path));
  // Windows has no such flag, and no such pipes in folders
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags);
  try {
    checkRegular(await handle.stat());
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function checkRegular(found: Stats): void {
  if (!found.isFile()) throw new Refusal(`it is a ${kindOf(found)}, not a file`, 'EFTYPE');
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'folder';
  if (found.isFIFO()) return 'pipe';
  if (found.isSocket()) return 'socket';
  return 'device';
}
