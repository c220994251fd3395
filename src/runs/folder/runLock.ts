import { FileLock, type Holder, holderOf } from '../../platform/fileLock';
import type { Folder } from '../../platform/folder';
import { join } from '../../platform/path';
import { RunFault } from '../runFault';
import { runFiles } from './runFolder';

/** Who is writing a run at this moment; undefined where nobody is. */
export function writerOf(folder: string): Promise<Holder | undefined> {
  return holderOf(join(folder, runFiles.lock));
}

/** Makes this process the one that writes a run. Throws a fault that names the one that does. */
export async function holdRun(folder: Folder): Promise<FileLock> {
  const lock = await FileLock.take(join(folder.path, runFiles.lock));
  if (lock instanceof FileLock) return lock;
  throw new RunFault(
    `The run ${folder.path} is in progress in another window or terminal (${processOf(lock)}): stop it there first.`,
    folder.path,
  );
}

/** The same for a run that begins. Throws a fault where there is one already, of which two that begin at once are one. */
export async function holdNewRun(folder: Folder): Promise<FileLock> {
  const lock = await FileLock.take(join(folder.path, runFiles.lock));
  if (!(lock instanceof FileLock)) throw takenFault(folder);
  try {
    if (await isRun(folder)) throw takenFault(folder);
    return lock;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Throws a fault where a folder holds a run: to be asked before long work. */
export async function refuseTaken(folder: Folder): Promise<void> {
  if ((await isRun(folder)) || (await writerOf(folder.path))) throw takenFault(folder);
}

/** Also where its `run.json` can't be read. */
async function isRun(folder: Folder): Promise<boolean> {
  return (await folder.names()).includes(runFiles.info);
}

function takenFault({ path }: Folder): RunFault {
  return new RunFault(`${path} already holds a run: name another folder, or remove it.`, path);
}

/** `process 4711 on studio`. */
export function processOf({ pid, host }: Holder): string {
  return `process ${pid} on ${host}`;
}
