import * as vscode from 'vscode';
import { writerOf } from '../../../runs/folder/runLock';
import { RequestFault } from '../../model/requestFault';
import { beginRun, resumeRun } from '../begin';
import type { RunAction } from './runAction';
import { start } from './start';

/** Goes on: after a pause, or with a run that ended before its last step. */
export const resume: RunAction = async (host, network) => {
  const run = await host.runs.read(network);
  // what waits before its first step has learnt nothing that would be worth an older network
  if (run.stage === 'ready') return start(host, network);
  if (run.live) {
    if (await run.send({ type: 'resume' })) return;
    await run.stop(); // it was killed this moment
  }
  const { info } = run;
  if (info?.folder && (await writerOf(info.folder))) {
    await host.runs.show(run, info);
    throw new RequestFault(
      `The run is in progress in another window or terminal (${run.elsewhere}): stop it there first.`,
    );
  }
  if (info && run.resumable) return resumeRun(host, run, info);
  const train = 'Train';
  const message = !info
    ? 'There is no run to go on with.'
    : run.stage === 'diverged'
      ? 'The newest run diverged, and would again.'
      : 'The newest run took all its steps.';
  if ((await vscode.window.showInformationMessage(message, train)) === train) await beginRun(host, network);
};
