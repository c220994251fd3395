import * as vscode from 'vscode';
import { networkDigest } from '../../core/analyze';
import type { ToTrainer } from '../../protocol/trainer';
import { changedSinceRun } from '../../runs/dataFiles';
import { changedDataOf } from '../../runs/folder/changedDataOf';
import type { RunInfo } from '../../runs/run';
import type { Host } from '../host';
import type { NetworkRun } from './networkRun';
import { trainable } from './trainable';

/** Trains a network from its first step. The run before it ends first, and stays in its folder. */
export async function beginRun(
  host: Host,
  network: vscode.Uri,
  { seed, paused = false }: { readonly seed?: number; readonly paused?: boolean } = {},
): Promise<void> {
  const document = await trainable(host, network);
  if (!document) return;
  const run = host.runs.of(network);
  await run.stop();
  const text = document.getText();
  const training = host.snapshots.of(document).network?.training;
  const info: RunInfo = {
    id: '',
    folder: '',
    network: vscode.workspace.asRelativePath(network),
    startedAt: new Date().toISOString(),
    seed: seed ?? training?.seed ?? 1,
    iterations: training?.iterations ?? 0,
    stepsPerEpoch: 1,
    digest: networkDigest(text),
    state: 'preparing',
    iteration: 0,
  };
  follow(host, run, info, { type: 'train', file: network.fsPath, text, seed, paused });
}

/** Goes on with a run that has ended, from its last checkpoint; `iterations` in all, instead of those it was to take. */
export async function resumeRun(
  host: Host,
  run: NetworkRun,
  info: RunInfo,
  { paused = false, iterations }: { readonly paused?: boolean; readonly iterations?: number } = {},
): Promise<void> {
  const changed = await changedDataOf(info);
  const acceptChanges = changed.length > 0;
  if (acceptChanges && !(await accepted(host, run, changed))) return;
  await run.stop();
  follow(
    host,
    run,
    { ...info, iterations: iterations ?? info.iterations },
    {
      type: 'resume-run',
      folder: info.folder,
      paused,
      iterations,
      acceptChanges,
    },
  );
}

/** Asks whether a run goes on with other data than it began with; a new run is the other way. */
async function accepted(host: Host, run: NetworkRun, changed: readonly string[]): Promise<boolean> {
  const train = 'Train Anew';
  const goOn = 'Resume Anyway';
  const chosen = await vscode.window.showWarningMessage(
    `${changedSinceRun(changed)}.`,
    {
      modal: true,
      detail:
        'Its test set may now hold examples that it has trained on, and its curve would be of two sets of data.',
    },
    train,
    goOn,
  );
  if (chosen === train) await beginRun(host, run.network);
  return chosen === goOn;
}

function follow(host: Host, run: NetworkRun, info: RunInfo, verb: ToTrainer): void {
  const trainer = host.trainers.take();
  run.follow(trainer, info);
  trainer.send(verb);
  host.designers.post(run.network, { type: 'request', request: 'show-training' });
}
