import { folderAt } from '../../platform/folder';
import type { MetricPoint, RunInfo } from '../run';
import { readLastPoint, runFiles } from './runFolder';
import { processOf, writerOf } from './runLock';

/** A run in a list of runs. */
export interface RunEntry {
  readonly info: RunInfo;
  readonly last: MetricPoint | undefined;
  readonly bytes: number;
  /** A person keeps it. */
  readonly pinned: boolean;
  /** Who is writing it, where somebody is. */
  readonly writer: string | undefined;
}

/** What a list says of a run, without reading its files whole. */
export async function runEntry(info: RunInfo): Promise<RunEntry> {
  const folder = folderAt(info.folder);
  const [last, bytes, names, writer] = await Promise.all([
    readLastPoint(info),
    folder.size(),
    folder.names(),
    writerOf(info.folder),
  ]);
  return { info, last, bytes, pinned: names.includes(runFiles.pin), writer: writer && processOf(writer) };
}

/** Keeps a run whatever the limit is, or no longer. */
export async function pinRun({ folder }: Pick<RunInfo, 'folder'>, pinned: boolean): Promise<void> {
  if (pinned) await folderAt(folder).write(runFiles.pin, '');
  else await folderAt(folder).remove(runFiles.pin);
}

/** `running` of a run that nobody writes any more was stopped with its process. */
export function stateOf({ info, writer }: RunEntry): string {
  const goesOn = info.state === 'preparing' || info.state === 'running' || info.state === 'paused';
  return goesOn && !writer ? 'stopped' : info.state;
}
