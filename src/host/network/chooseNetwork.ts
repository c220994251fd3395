import * as vscode from 'vscode';
import type { Host } from '../host';
import { activeNetwork } from './activeNetwork';
import { networkSuffix } from './networkFile';

/** The network that a command is about: the active editor's, the only one there is, or the one that is picked. */
export async function chooseNetwork(host: Host): Promise<vscode.Uri | undefined> {
  const active = activeNetwork(host);
  if (active) return active;
  const files = await vscode.workspace.findFiles(
    `**/*${networkSuffix}`,
    '**/{node_modules,.layerwise}/**',
    1000,
  );
  if (files.length === 0) {
    const create = 'New Network…';
    const chosen = await vscode.window.showInformationMessage(
      `There is no network (*${networkSuffix}) in this workspace.`,
      create,
    );
    if (chosen) await vscode.commands.executeCommand('layerwise.newNetwork');
    return undefined;
  }
  if (files.length === 1) return files[0];
  const rows = files
    .map(uri => ({ label: `$(type-hierarchy) ${vscode.workspace.asRelativePath(uri)}`, uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (await vscode.window.showQuickPick(rows, { title: 'Layerwise', placeHolder: 'Which network?' }))
    ?.uri;
}
