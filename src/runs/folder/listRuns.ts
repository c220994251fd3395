import { FileFault } from '../../platform/fileFault';
import { folderNames } from '../../platform/folder';
import { basename, dirname, join } from '../../platform/path';
import { aFewAtATime } from '../pacing/aFewAtATime';
import type { RunInfo } from '../run';
import { beingRemoved, readRunHead, runsFolder } from './runFolder';

/** The runs of a network file, newest first. Folders that hold no readable run are passed over. */
export async function listRuns(file: string): Promise<RunInfo[]> {
  const runs = runsFolder(dirname(file));
  const names = (await folderNames(runs)).filter(name => !name.startsWith(beingRemoved));
  const infos = await aFewAtATime(names, name => readRunHead(join(runs, name)).catch(passOver));
  return infos
    .filter((info): info is RunInfo => info?.network === basename(file))
    .sort(
      (a, b) =>
        Date.parse(b.startedAt) - Date.parse(a.startedAt) ||
        b.id.localeCompare(a.id, 'en', { numeric: true }),
    );
}

/** One folder that can't be looked into doesn't hide the others. */
function passOver(error: unknown): undefined {
  if (!(error instanceof FileFault)) throw error;
}
