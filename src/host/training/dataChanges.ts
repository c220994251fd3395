import * as vscode from 'vscode';
import { changedDataOf } from '../../runs/folder/changedDataOf';
import type { Host } from '../host';
import type { NetworkRun } from './networkRun';

/** More files of a data set are not looked at; a folder of pictures counts as one. */
const mostFiles = 1000;

/** Follows whether the data of a network are others than when its run began, and what a run found wrong with them. */
export function dataChanges(host: Host): vscode.Disposable {
  const { runs, data } = host;
  /** The run that was looked at last, of those a network has had. */
  const looked = new WeakMap<NetworkRun, string>();
  return vscode.Disposable.from(
    // what can be mended with a press is marked in the network, as what is found before a training is
    runs.onDidFail(({ run, more: { data: fault } }) => {
      if (fault?.fixes) data.found(run.network, fault);
    }),
    data.onDidChange(network => void look(host, runs.of(network))),
    runs.onDidChange(run => {
      // a run in progress changes many times a second, its data doesn't
      if (!run.info || looked.get(run) === run.info.id) return;
      looked.set(run, run.info.id);
      void look(host, run);
    }),
  );
}

async function look({ data, log }: Host, run: NetworkRun): Promise<void> {
  const { info } = run;
  if (!info) return;
  try {
    const changed = info.data
      ? (await changedDataOf(info)).length > 0
      : await writtenSince(data.of(run.network)?.files ?? [], info.startedAt);
    // meanwhile another run may have begun
    if (run.info?.id === info.id) run.dataChanged = changed;
  } catch (error) {
    log.warn(String(error));
  }
}

/** All that can be known of a run from before runs knew their data by digest. */
async function writtenSince(files: readonly string[], startedAt: string): Promise<boolean> {
  const times = await Promise.all(files.slice(0, mostFiles).map(writtenAt));
  return Math.max(0, ...times) > Date.parse(startedAt);
}

/** In milliseconds since 1970; 0 where the file isn't there: that is a fault of the data, said elsewhere. */
async function writtenAt(file: string): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(vscode.Uri.file(file))).mtime;
  } catch {
    return 0;
  }
}
