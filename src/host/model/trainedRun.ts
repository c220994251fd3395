import * as vscode from 'vscode';
import type { RunInfo } from '../../runs/run';
import type { Host } from '../host';
import { runActions } from '../training/actions';

/** The run whose weights a network predicts with: the newest. Where there is none, offers to train. */
export async function trainedRun(host: Host, network: vscode.Uri): Promise<RunInfo | undefined> {
  const { info } = await host.runs.read(network);
  if (info?.folder) return info;
  const train = 'Train';
  const message = 'This network has not been trained yet: it has no weights to predict with.';
  if ((await vscode.window.showInformationMessage(message, train)) === train) {
    await runActions.start(host, network);
  }
  return undefined;
}
