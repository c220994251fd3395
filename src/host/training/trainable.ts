import * as vscode from 'vscode';
import { problemCounts } from '../../core/network/problemCounts';
import type { Host } from '../host';

/**
 * The document of a network that can be trained. Where it can't, says why, offers the way out and gives undefined.
 * Faults that only the reading of the data finds come later, from the training process.
 */
export async function trainable(
  { snapshots }: Host,
  network: vscode.Uri,
): Promise<vscode.TextDocument | undefined> {
  const document = await vscode.workspace.openTextDocument(network);
  if (network.scheme === 'untitled') {
    const save = 'Save';
    const message = 'Save the network first: its runs are kept in a folder beside it.';
    if ((await vscode.window.showInformationMessage(message, save)) === save) {
      await vscode.workspace.save(network);
    }
    return undefined;
  }
  if (network.scheme !== 'file') {
    vscode.window.showErrorMessage(
      `Training needs the network and its data on disk; ${network.path} is in a ${network.scheme} workspace.`,
    );
    return undefined;
  }
  const { problems: all } = snapshots.of(document);
  const first = all.find(({ severity }) => severity === 'error');
  if (!first) return document;
  const others = problemCounts(all).error - 1;
  const more =
    others > 0
      ? ` There ${others === 1 ? 'is 1 more error' : `are ${others.toLocaleString('en-US')} more errors`}.`
      : '';
  const problems = 'Show Problems';
  const chosen = await vscode.window.showErrorMessage(
    `The network can’t be trained yet. ${first.message}${more}`,
    problems,
  );
  if (chosen === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  return undefined;
}
