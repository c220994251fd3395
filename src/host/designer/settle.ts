import * as vscode from 'vscode';
import { changesDone } from '../document/changeDocument';
import type { Host } from '../host';
import { nameOf } from '../network/nameOf';
import type { Settled } from './designer';

/** Milliseconds that a view may take, which has much to draw. */
const PATIENCE = 5000;

/**
 * Has the network's text hold what its designers show: what is typed in a field and not yet written is on the screen
 * already. Gives whether it does, and says why where it doesn't.
 */
export async function settle(host: Host, network: vscode.Uri): Promise<boolean> {
  const { fault, silent } = await settleViews(host, network, PATIENCE);
  if (silent) {
    vscode.window.showErrorMessage(
      `The designer of ${nameOf(network)} doesn’t answer, so what is typed there isn’t known. Try again, or close it.`,
    );
  } else if (fault) vscode.window.showErrorMessage(`${nameOf(network)}: ${fault}`);
  return !fault && !silent;
}

/** A person who saves means what is on the screen too. What can't be read is not saved, and its field says so. */
export function settleBeforeSaving(host: Host): vscode.Disposable {
  // VS Code waits less than two seconds for all who want to do something before
  const patience = 1000;
  return vscode.workspace.onWillSaveTextDocument(({ document, reason, waitUntil }) => {
    if (reason !== vscode.TextDocumentSaveReason.Manual || host.designers.of(document.uri).length === 0)
      return;
    waitUntil(settleViews(host, document.uri, patience));
  });
}

async function settleViews(host: Host, network: vscode.Uri, patience: number): Promise<Settled> {
  const answers = await Promise.all(host.designers.of(network).map(designer => designer.settle(patience)));
  const id = network.toString();
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === id);
  if (document) await changesDone(document);
  return answers.find(({ fault, silent }) => fault || silent) ?? {};
}
