import { FileLock } from '../../platform/fileLock';
import { type Folder, folderAt, folderNames } from '../../platform/folder';
import { join } from '../../platform/path';
import { isLeftOver, settle } from './generations';
import { beingRemoved, readRunInfo, runFiles } from './runFolder';

/** Milliseconds in which a run that begins has written something into its folder. */
const beginning = 60_000;

/** Clears up in a folder of runs after processes that died in the middle of writing. What can't be is left as it is. */
export async function tidyRuns(runs: string): Promise<void> {
  const names = await folderNames(runs).catch(() => []);
  await Promise.all(
    names.map(async name => {
      const path = join(runs, name);
      const work = name.startsWith(beingRemoved) ? folderAt(path).removeAs(path) : tidy(folderAt(path));
      await work.catch(() => {});
    }),
  );
}

async function tidy(folder: Folder): Promise<void> {
  const names = await folder.names();
  const begun = names.includes(runFiles.info);
  const left = names.some(name => name === runFiles.lock || isLeftOver(name));
  const old = Date.now() - ((await folder.writtenAt('.')) ?? 0) > beginning;
  if (!left && (begun || !old)) return;
  const lock = await FileLock.take(join(folder.path, runFiles.lock));
  if (!(lock instanceof FileLock)) return;
  try {
    if (begun) await settle(folder, (await readRunInfo(folder.path))?.checkpoint);
    else await removeUnbegun(folder);
  } finally {
    await lock.release();
    if (!begun) await folder.removeEmpty();
  }
}

/** A run whose process died before its first checkpoint, unless a person has put something there. */
async function removeUnbegun(folder: Folder): Promise<void> {
  const own: readonly string[] = [runFiles.network, runFiles.metrics];
  const names = (await folder.names()).filter(name => !name.startsWith(runFiles.lock));
  if (!names.every(name => own.includes(name) || isLeftOver(name))) return;
  for (const name of names) await folder.remove(name);
}
