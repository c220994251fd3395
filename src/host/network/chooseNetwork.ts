import * as vscode from 'vscode';
import type { Host } from '../host';
import { activeNetwork } from './activeNetwork';
import { networkSuffix } from './networkFile';

/**
 * The network that a command is about: the active editor's, the only one there is, or the one that is picked.
 * `candidates` gives those it can be about, where not every network of the workspace can.
 */
export async function chooseNetwork(
  host: Host,
  candidates?: () => readonly vscode.Uri[],
): Promise<vscode.Uri | undefined> {
  const active = activeNetwork(host);
  const possible = candidates?.() ?? (active ? [active] : await networksOfWorkspace());
  if (active && isAmong(active, possible)) return active;
  if (possible.length === 0) {
    if (candidates) vscode.window.showInformationMessage('No network is being trained.');
    else await offerNewNetwork();
    return undefined;
  }
  if (possible.length === 1) return possible[0];
  const rows = possible
    .map(uri => ({ label: `$(type-hierarchy) ${vscode.workspace.asRelativePath(uri)}`, uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const placeHolder = 'Which network?';
  return (await vscode.window.showQuickPick(rows, { title: 'Layerwise', placeHolder }))?.uri;
}

function networksOfWorkspace(): Thenable<vscode.Uri[]> {
  return vscode.workspace.findFiles(`**/*${networkSuffix}`, '**/{node_modules,.layerwise}/**', 1000);
}

function isAmong(uri: vscode.Uri, uris: readonly vscode.Uri[]): boolean {
  return uris.some(other => other.toString() === uri.toString());
}

async function offerNewNetwork(): Promise<void> {
  const create = 'New Network…';
  const message = `There is no network (*${networkSuffix}) in this workspace.`;
  if ((await vscode.window.showInformationMessage(message, create)) === create) {
    await vscode.commands.executeCommand('layerwise.newNetwork');
  }
}
