import * as vscode from 'vscode';
import { costText } from '../../runs/figures/costText';
import { stepsOf, stepsTaken } from '../../runs/stepsTaken';
import type { Host } from '../host';
import { nameOf } from '../network/nameOf';
import type { NetworkRun } from './networkRun';

const patience = 1000; // ms: reading small data needs no notification

/** A notification with a way to cancel: while data is read for long, and for a run whose designer nobody sees. */
export function trainingProgress(host: Host): vscode.Disposable {
  const shown = new WeakSet<NetworkRun>();
  return host.runs.onDidChange(run => {
    if (!run.live || shown.has(run)) return;
    shown.add(run);
    setTimeout(async () => {
      if (needed(host, run)) await show(host, run);
      shown.delete(run);
    }, patience);
  });
}

function needed({ designers }: Host, run: NetworkRun): boolean {
  const seen = designers.of(run.network).some(({ panel }) => panel.visible);
  return run.live && run.state !== 'paused' && (run.state === 'preparing' || !seen);
}

function show(host: Host, run: NetworkRun): Thenable<void> {
  const title = `Training ${nameOf(run.network)}`;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) =>
      new Promise(resolve => {
        let percent = 0;
        const update = () => {
          if (!needed(host, run)) return finish();
          const { share, message } = advance(run);
          progress.report({ message, increment: Math.max(0, share * 100 - percent) });
          percent = Math.max(percent, share * 100);
        };
        const listeners = vscode.Disposable.from(
          host.runs.onDidChange(changed => changed === run && update()),
          host.designers.onDidChange(update),
          token.onCancellationRequested(() => run.stop()),
        );
        const finish = () => {
          listeners.dispose();
          resolve();
        };
        update();
      }),
  );
}

function advance({ state, progress, lastPoint, info }: NetworkRun): { share: number; message: string } {
  if (state === 'preparing') return { share: 0, message: progress?.stage ?? 'preparing' };
  if (!lastPoint || !info?.iterations) return { share: 0, message: 'starting' };
  const taken = stepsTaken(lastPoint, info);
  return {
    share: taken / info.iterations,
    message: `cost ${costText(lastPoint.cost)}, ${stepsOf(taken, info.iterations)}`,
  };
}
