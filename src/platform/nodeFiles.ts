import { read, readSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FilePart, Files } from '../data/files';

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
          fill: parts => fill(handle.fd, parts),
          close: () => handle.close(),
        };
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
  };
}

/** With callbacks: of the thousands of small reads in a second that rows of a shuffled batch are, promises cost as much again. */
function fill(descriptor: number, parts: readonly FilePart[]): Promise<number> {
  return new Promise((resolve, reject) => {
    let total = 0;
    let left = parts.length;
    let fault: Error | undefined;
    // each part is waited for, so that no target is written to afterwards
    const ended = () => {
      if (--left > 0) return;
      if (fault) reject(fault);
      else resolve(total);
    };
    const go = ({ offset, target }: FilePart) =>
      read(descriptor, target, 0, target.length, offset, (error, count) => {
        total += count ?? 0;
        fault ??= error ?? undefined;
        if (fault || count === 0 || count === target.length) ended();
        else go({ offset: offset + count, target: target.subarray(count) });
      });
    for (const part of parts) go(part);
    if (left === 0) resolve(0);
  });
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
