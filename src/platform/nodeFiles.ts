import { readSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '../data/files';

/** Node's file system, with addresses resolved against `baseFolder`, the folder of the network file. */
export function nodeFiles(baseFolder: string): Files {
  return {
    resolve(address) {
      if (address.startsWith('file://')) return pathOfUrl(address) ?? resolve(baseFolder, address);
      return isAbsolute(address) ? address : resolve(baseFolder, address);
    },

    async stat(path) {
      try {
        const found = await stat(path);
        return { size: found.size, modified: found.mtimeMs, folder: found.isDirectory() };
      } catch (error) {
        if (isAbsence(error)) return undefined;
        throw error;
      }
    },

    async list(path) {
      const entries = await readdir(path, { withFileTypes: true });
      return Promise.all(
        entries.map(async entry => ({
          name: entry.name,
          folder: entry.isSymbolicLink() ? await isFolder(resolve(path, entry.name)) : entry.isDirectory(),
        })),
      );
    },

    async open(path) {
      // a pipe or a device would be waited for without end
      if (!(await stat(path)).isFile()) throw new Error('it is not a file');
      const handle = await open(path, 'r');
      try {
        const { size } = await handle.stat();
        return {
          size,
          async read(offset, length) {
            const bytes = new Uint8Array(length);
            let filled = 0;
            while (filled < length) {
              const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
              if (bytesRead === 0) break;
              filled += bytesRead;
            }
            return bytes.subarray(0, filled);
          },
          readNow(offset, length) {
            const bytes = new Uint8Array(length);
            let filled = 0;
            while (filled < length) {
              const bytesRead = readSync(handle.fd, bytes, filled, length - filled, offset + filled);
              if (bytesRead === 0) break;
              filled += bytesRead;
            }
            return bytes.subarray(0, filled);
          },
          close: () => handle.close(),
        };
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
  };
}

/** Undefined where no path can be made of it: another host's file, a broken escape. */
function pathOfUrl(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

/** The file isn't there: not one of its folders, or the path can't be a path. */
function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return (
    code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE'
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}
