import { FileLock } from '../../platform/fileLock';
import { folderAt } from '../../platform/folder';
import { basename, dirname, join } from '../../platform/path';
import { isLeftOver } from './generations';
import { listRuns } from './listRuns';
import { beingRemoved, runFiles } from './runFolder';

const own: ReadonlySet<string> = new Set(Object.values(runFiles));

/**
 * Removes the oldest runs of a network in `.layerwise` beyond the newest `keep`, 0 for none. Those that are pinned, in
 * progress or named in `inUse` stay, and those with anything in their folders that isn't a run's. Gives the folders of
 * those removed.
 */
export async function pruneRuns(
  file: string,
  keep: number,
  inUse: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  // settings may hold anything
  if (!(keep >= 1)) return [];
  const removed: string[] = [];
  let unpinned = 0;
  for (const { folder: path } of await listRuns(file)) {
    const folder = folderAt(path);
    const isPinned = async () => (await folder.names()).includes(runFiles.pin);
    if (await isPinned()) continue;
    unpinned++;
    if (unpinned <= keep || inUse.has(path)) continue;
    const lock = await FileLock.take(join(path, runFiles.lock));
    if (!(lock instanceof FileLock)) continue;
    try {
      // as it is now that nobody writes it
      if ((await isPinned()) || !(await folder.names()).every(name => own.has(name) || isLeftOver(name)))
        continue;
      await folder.removeAs(join(dirname(path), `${beingRemoved}${basename(path)}`));
      removed.push(path);
    } finally {
      await lock.release();
    }
  }
  return removed;
}
