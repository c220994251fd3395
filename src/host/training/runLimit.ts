import type * as vscode from 'vscode';
import { workspace } from 'vscode';
import { pruneRuns } from '../../runs/folder/pruneRuns';
import type { Host } from '../host';
import type { NetworkRun } from './networkRun';

const setting = 'layerwise.runs.keep';

/** When a run begins, removes the oldest ones of its network beyond the number that is kept. */
export function runLimit({ runs, log }: Host): vscode.Disposable {
  /** The run that was seen to begin last, of each network. */
  const begun = new WeakMap<NetworkRun, string>();
  return runs.onDidChange(run => {
    const folder = run.info?.folder;
    if (!run.live || !folder || begun.get(run) === folder) return;
    begun.set(run, folder);
    void prune(run);
  });

  async function prune({ network }: NetworkRun): Promise<void> {
    const keep = workspace.getConfiguration(undefined, network).get<number>(setting, 20);
    const inUse = new Set(runs.all.flatMap(({ info }) => (info?.folder ? [info.folder] : [])));
    try {
      const removed = await pruneRuns(network.fsPath, keep, inUse);
      for (const path of removed) log.info(`Removed the run ${path}: ${keep} are kept (${setting}).`);
    } catch (error) {
      log.warn(String(error));
    }
  }
}
