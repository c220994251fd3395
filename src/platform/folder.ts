import { constants, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { onFile } from './fileFault';
import { openRegular } from './openRegular';
import { patiently } from './patiently';
import { readRegular } from './readRegular';
import { fileToDisk } from './toDisk';
import type { Content } from './withTemporary';
import { writeAtomically } from './writeAtomically';

/** The files of one folder by their names. Refusals of the file system are `FileFault`s. */
export interface Folder {
  /** Absolute. */
  readonly path: string;
  /** Whole or not at all, and on the disk. */
  write(name: string, content: Content): Promise<void>;
  /** The same in place, for a name that nobody reads yet: half of it may be left. */
  writeUnread(name: string, content: Uint8Array): Promise<void>;
  /** Puts a text on the disk in the place of all from byte `offset` on. Gives how long the file is then. */
  writeFrom(name: string, offset: number, text: string): Promise<number>;
  rename(from: string, to: string): Promise<void>;
  /** Also where there is none. */
  remove(name: string): Promise<void>;
  /** Bytes of all files in it; of one that goes meanwhile, as a checkpoint gets its name, none. */
  size(): Promise<number>;
  /** Removes the folder itself with all in it: first out of the way, under `aside`, so that no half of it is left there. */
  removeAs(aside: string): Promise<void>;
  /** Removes the folder itself, where nothing is in it. */
  removeEmpty(): Promise<void>;
  /** Of all that is in it; none where there is no such folder. */
  names(): Promise<string[]>;
  /** Undefined where there is no such file. What isn't a file, or has more than `most` bytes, is refused. */
  read(name: string, most?: number): Promise<Uint8Array | undefined>;
  readText(name: string, most?: number): Promise<string | undefined>;
  /** The text of a file from byte `offset` on to before `end`; empty where it has none there. */
  readTextFrom(name: string, offset: number, end: number): Promise<string>;
  /** Bytes of a file; 0 where there is none. */
  sizeOf(name: string): Promise<number>;
  /** When it was written last, in milliseconds since 1970; undefined where there is no such file. */
  writtenAt(name: string): Promise<number | undefined>;
}

export function folderAt(path: string): Folder {
  const read = async (name: string, most?: number): Promise<Uint8Array | undefined> => {
    const file = join(path, name);
    return onFile('read', file, () => readRegular(file, most).catch(absent(undefined)));
  };
  return {
    path,
    write: (name, content) => writeAtomically(join(path, name), content),
    writeUnread: (name, content) =>
      onFile('write', join(path, name), async () => {
        await rm(join(path, name), { force: true });
        const handle = await open(join(path, name), 'wx');
        try {
          await handle.writeFile(content);
          await fileToDisk(handle);
        } finally {
          await handle.close();
        }
      }),
    writeFrom: (name, offset, text) =>
      onFile('write', join(path, name), () => writeFrom(join(path, name), offset, text)),
    rename: (from, to) =>
      onFile('write', join(path, to), () => patiently(() => rename(join(path, from), join(path, to)))),
    remove: name =>
      onFile('remove', join(path, name), () => patiently(() => rm(join(path, name), { force: true }))),
    size: () =>
      onFile('read', path, async () => {
        const names = await readdir(path).catch(absent([]));
        const sizes = names.map(name => stat(join(path, name)).then(found => found.size, absent(0)));
        return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      }),
    removeAs: aside =>
      onFile('remove', path, async () => {
        await patiently(() => rename(path, aside));
        await rm(aside, { recursive: true, force: true, maxRetries: 5 });
      }),
    removeEmpty: () => rmdir(path).catch(() => {}),
    names: () => onFile('read', path, () => readdir(path).catch(absent([]))),
    read,
    async readText(name, most) {
      const bytes = await read(name, most);
      return bytes && new TextDecoder().decode(bytes);
    },
    readTextFrom: (name, offset, end) =>
      onFile('read', join(path, name), async () => {
        const handle = await openRegular(join(path, name));
        try {
          const length = Math.max(0, Math.min(end, (await handle.stat()).size) - offset);
          const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
          return new TextDecoder().decode(buffer.subarray(0, bytesRead));
        } finally {
          await handle.close();
        }
      }),
    sizeOf: name =>
      onFile('read', join(path, name), () => stat(join(path, name)).then(found => found.size, absent(0))),
    writtenAt: name =>
      onFile('read', join(path, name), () =>
        stat(join(path, name)).then(found => found.mtimeMs, absent(undefined)),
      ),
  };
}

async function writeFrom(path: string, offset: number, text: string): Promise<number> {
  // what is appended to must be there: without its beginning it would be another file
  const made = offset === 0 ? constants.O_CREAT : 0;
  // a link might lead to a file that isn't the run's; Windows has no such flag
  const handle = await open(path, constants.O_RDWR | made | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await handle.stat();
    const from = Math.min(size, offset);
    if (size > from) await handle.truncate(from);
    const bytes = new TextEncoder().encode(text);
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, from + done);
      done += bytesWritten;
    }
    await fileToDisk(handle);
    return from + bytes.length;
  } finally {
    await handle.close();
  }
}

/**
 * Makes a folder that wasn't there, with those above it; where the name is taken, `name-2`, `name-3` … Two processes
 * that do it at once get two folders.
 */
export async function makeFreshFolder(path: string): Promise<Folder> {
  return onFile('make the folder', path, async () => {
    await mkdir(dirname(path), { recursive: true });
    for (let n = 1; ; n++) {
      const fresh = n === 1 ? path : join(dirname(path), `${basename(path)}-${n}`);
      try {
        await mkdir(fresh);
        return folderAt(fresh);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  });
}

/** Makes a folder, and those above it, where they aren't there. */
export async function makeFolder(path: string): Promise<Folder> {
  await onFile('make the folder', path, () => mkdir(path, { recursive: true }));
  return folderAt(path);
}

/** The names of the folders inside; none where there is no such folder. */
export async function folderNames(path: string): Promise<string[]> {
  return onFile('read', path, async () => {
    const entries = await readdir(path, { withFileTypes: true }).catch(absent([]));
    return entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
  });
}

/** In the place of what isn’t there. */
function absent<T>(instead: T): (error: unknown) => T {
  return error => {
    if (!isAbsence(error)) throw error;
    return instead;
  };
}

/** There is no such file, or what would be its folder is a file. */
function isAbsence(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
