import { appendFile, mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { onFile } from './fileFault';
import { readRegular } from './readRegular';
import { type Content, writeAtomically } from './writeAtomically';

/** The files of one folder by their names. Refusals of the file system are `FileFault`s. */
export interface Folder {
  /** Absolute. */
  readonly path: string;
  /** Whole or not at all. */
  write(name: string, content: Content): Promise<void>;
  append(name: string, text: string): Promise<void>;
  /** Undefined where there is no such file. What isn't a file, or has more than `most` bytes, is refused. */
  read(name: string, most?: number): Promise<Uint8Array | undefined>;
  readText(name: string, most?: number): Promise<string | undefined>;
}

export function folderAt(path: string): Folder {
  const read = async (name: string, most?: number): Promise<Uint8Array | undefined> => {
    const file = join(path, name);
    return onFile('read', file, async () => {
      try {
        return await readRegular(file, most);
      } catch (error) {
        if (isAbsence(error)) return undefined;
        throw error;
      }
    });
  };
  return {
    path,
    write: (name, content) => writeAtomically(join(path, name), content),
    append: (name, text) => onFile('write', join(path, name), () => appendFile(join(path, name), text)),
    read,
    async readText(name, most) {
      const bytes = await read(name, most);
      return bytes && new TextDecoder().decode(bytes);
    },
  };
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
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
    } catch (error) {
      if (isAbsence(error)) return [];
      throw error;
    }
  });
}

/** There is no such file, or what would be its folder is a file. */
function isAbsence(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
