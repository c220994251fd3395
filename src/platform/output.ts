import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { createAtomically } from './createAtomically';
import { FileFault, onFile } from './fileFault';
import type { Content } from './withTemporary';
import { writeAtomically } from './writeAtomically';

/** A file, or a folder with all in it, that a result is made from. */
export interface Kept {
  readonly path: string;
  /** What it is, in a sentence: `the network`. */
  readonly what: string;
}

export interface OutputOptions {
  /** Puts the result in the place of a file that is there. A person has said so. */
  readonly replace: boolean;
  /** What is never replaced, whatever a person said; asked for where something is there. */
  kept(): Promise<readonly Kept[]>;
  /** What can be done where something is there, the end of a sentence: `name another file.` */
  readonly otherwise: string;
}

/** Where a result goes. */
export interface Output {
  write(content: Content): Promise<void>;
}

/**
 * Looks at the place of a result before it is worked out. What is there is replaced only where that was asked for, through
 * links and with its mode; never what the result is made from, under whatever name. Throws a `FileFault`.
 */
export async function output(path: string, options: OutputOptions): Promise<Output> {
  const there = await found(path);
  if (!there) {
    return {
      async write(content) {
        if (!(await createAtomically(path, content))) throw isThere(path, options);
      },
    };
  }
  const real = await onFile('write', path, () => realpath(path));
  for (const kept of await options.kept()) {
    if (await isOf(real, there, kept.path)) {
      throw new FileFault(`The output ${path} would replace ${kept.what}: name another file.`, 'EEXIST');
    }
  }
  if (!options.replace) throw isThere(path, options);
  const mode = Number(there.mode) & 0o777;
  return { write: content => writeAtomically(real, content, mode) };
}

type Found = Awaited<ReturnType<typeof statOf>>;
const statOf = (path: string) => stat(path, { bigint: true });

/** What is there; undefined where nothing is. Throws a `FileFault` where it isn't a file. */
async function found(path: string): Promise<Found | undefined> {
  const there = await onFile('write', path, () => statOf(path).catch(absent));
  if (there?.isFile()) return there;
  if (there) throw new FileFault(`Can’t write ${path}: what is there isn’t a file.`, 'EFTYPE');
  const link = await onFile('write', path, () => lstat(path).catch(absent));
  if (link) throw new FileFault(`Can’t write ${path}: it is a link to what isn’t there.`, 'ENOENT');
  return undefined;
}

/** Whether a file is that one, by whatever name, or in that folder. */
async function isOf(real: string, there: Found, path: string): Promise<boolean> {
  const other = await statOf(path).catch(() => undefined);
  if (!other) return false;
  if (other.isDirectory()) {
    return `${dirname(real)}${sep}`.startsWith(`${await realpath(path)}${sep}`);
  }
  return other.dev === there.dev && other.ino === there.ino;
}

function isThere(path: string, { otherwise }: OutputOptions): FileFault {
  return new FileFault(`${path} is there already: ${otherwise}`, 'EEXIST');
}

function absent(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
}
