import { folderAt } from '../../platform/folder';
import type { RunInfo } from '../run';
import { RunFault } from '../runFault';
import { runFiles } from './runFolder';

/** The text of the network that a run is of. */
export async function runText({ folder }: Pick<RunInfo, 'folder'>): Promise<string> {
  const text = await folderAt(folder).readText(runFiles.network);
  if (text === undefined) throw new RunFault(`The run ${folder} has lost its ${runFiles.network}.`, folder);
  return text;
}
