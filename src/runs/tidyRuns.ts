import { FileLock } from '../platform/fileLock';
import { type Folder, folderAt, folderNames } from '../platform/folder';
import { join } from '../platform/path';
import { isLeftOver, settle } from './generations';
import { readRunInfo, runFiles } from './runFolder';

/** Clears up in a folder of runs after processes that died in the middle of writing. What can't be is left as it is. */
export async function tidyRuns(runs: string): Promise<void> {
  const names = await folderNames(runs).catch(() => []);
  await Promise.all(names.map(name => tidy(folderAt(join(runs, name))).catch(() => {})));
}

async function tidy(folder: Folder): Promise<void> {
  const names = await folder.names();
  if (!names.some(name => name === runFiles.lock || isLeftOver(name))) return;
  const lock = await FileLock.take(join(folder.path, runFiles.lock));
  if (!(lock instanceof FileLock)) return;
  try {
    await settle(folder, (await readRunInfo(folder.path))?.checkpoint);
  } finally {
    await lock.release();
  }
}
