import * as vscode from 'vscode';
import { FileFault } from '../platform/fileFault';
import { RunFault } from '../runs/runFault';
import type { Host } from './host';
import { RequestFault } from './model/requestFault';

/** Does what a person asked for. An expected fault is said in its sentence; anything else is our bug, and logged too. */
export async function attempt({ log }: Host, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if ([RequestFault, RunFault, FileFault].some(kind => error instanceof kind)) {
      vscode.window.showErrorMessage(message);
      return;
    }
    log.error(error instanceof Error ? error : message);
    const show = 'Show Output';
    const chosen = await vscode.window.showErrorMessage(`Layerwise failed: ${message}`, show);
    if (chosen === show) log.show();
  }
}
