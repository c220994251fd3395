import { constants, read, readSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../data/bytes/refusal';
import type { FilePart, Files } from '../data/files';
import { openRegular } from './openRegular';
import { type Bounds, boundsOf, isRemote, realPlace } from './realPlace';

/**
 * Node's file system, with addresses resolved against `baseFolder`, the folder of the network file. Nothing of another
 * machine is touched; where `within` is given, nothing outside these folders either, by whatever links.
 */
export function nodeFiles(baseFolder: string, within?: readonly string[]): Files {
  const bounds = boundsOf(baseFolder, within);
  return {
    resolve(address) {
      if (address.startsWith('file://')) return pathOfUrl(address) ?? address;
      if (isRemote(address)) return address;
      return isAbsolute(address) ? address : resolve(baseFolder, address);
    },

    async stat(path) {
      try {
        const place = realPlace(path, bounds);
        if (place === undefined) return undefined;
        const found = await stat(place);
        return { size: found.size, modified: found.mtimeMs, folder: found.isDirectory() };
      } catch (error) {
        if (isAbsence(error)) return undefined;
        throw error;
      }
    },

    async list(path) {
      const place = realPlace(path, bounds);
      if (place === undefined) return [];
      const entries = await readdir(place, { withFileTypes: true });
      return entries.map(entry => ({
        name: entry.name,
        folder: entry.isSymbolicLink() ? isFolder(join(path, entry.name), bounds) : entry.isDirectory(),
      }));
    },

    async open(path) {
      // what was checked is what is opened: a link that is put there meanwhile is not followed
      const place = realPlace(path, bounds);
      if (place === undefined) throw new Refusal('it isn’t there', 'ENOENT');
      const handle = await openRegular(place, constants.O_NOFOLLOW ?? 0);
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
          // what was read has been read
          close: () => handle.close().catch(() => {}),
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
  if (error instanceof Refusal) return false;
  const code = (error as NodeJS.ErrnoException).code;
  return (
    code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE'
  );
}

/** Whether a link in a folder leads to a folder; one that leads nowhere, or out of the bounds, doesn't. */
function isFolder(path: string, bounds: Bounds): boolean {
  try {
    const place = realPlace(path, bounds);
    return place !== undefined && statSync(place).isDirectory();
  } catch (error) {
    if (error instanceof Refusal || isAbsence(error)) return false;
    throw error;
  }
}
