import { type FileDigest, fileDigest, fileTraits } from '../platform/fileDigest';
import { relative, resolve } from '../platform/path';

/** A file of a run's data as it was when the run read it. */
export interface DataFile extends FileDigest {
  /** Relative to the folder of the network. */
  readonly path: string;
}

/** The data of a run that begins, so that they can be known again. */
export async function dataFiles(folder: string, paths: readonly string[]): Promise<DataFile[]> {
  const found = await Promise.all(
    paths.map(async path => ({ path: relative(folder, path), ...(await fileDigest(path)) })),
  );
  return found.filter((file): file is DataFile => 'digest' in file);
}

/**
 * Which of a run's data aren't what they were: their paths, as the run has them. Only what was written since is read. What
 * has gone isn't among them: whoever reads it says so.
 */
export async function changedDataFiles(folder: string, files: readonly DataFile[]): Promise<string[]> {
  const changed = await Promise.all(
    files.map(async file => {
      const path = resolve(folder, file.path);
      const now = await fileTraits(path);
      if (!now || sameTraits(now, file)) return false;
      return (await fileDigest(path))?.digest !== file.digest;
    }),
  );
  return files.filter((_, i) => changed[i]).map(({ path }) => path);
}

/** Whether each of the files is there and was not written since. No byte of them is read. */
export async function areUntouched(folder: string, files: readonly DataFile[]): Promise<boolean> {
  const untouched = await Promise.all(
    files.map(async file => {
      const now = await fileTraits(resolve(folder, file.path));
      return now !== undefined && sameTraits(now, file);
    }),
  );
  return untouched.every(Boolean);
}

type Traits = Omit<FileDigest, 'digest'>;

const sameTraits = (a: Traits, b: Traits) =>
  a.size === b.size && a.modified === b.modified && a.files === b.files;

/** `iris.csv has changed since the run began`. */
export function changedSinceRun(paths: readonly string[]): string {
  const [first, ...others] = paths;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `${first}${more} ${others.length > 0 ? 'have' : 'has'} changed since the run began`;
}
