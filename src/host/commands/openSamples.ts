import * as vscode from 'vscode';
import { exists } from '../document/exists';
import type { Command } from './command';

/** A copy of the samples that come with the extension, so that a person can change and train them. */
export const openSamples: Command = async ({ context }) => {
  const chosen = await vscode.window.showOpenDialog({
    title: 'Where shall the sample workspace be?',
    openLabel: 'Copy Samples Here',
    canSelectFiles: false,
    canSelectFolders: true,
  });
  const parent = chosen?.[0];
  if (!parent) return;
  const folder = vscode.Uri.joinPath(parent, 'layerwise-samples');
  const samples = vscode.Uri.joinPath(context.extensionUri, 'samples');
  if (!(await exists(folder))) await vscode.workspace.fs.copy(samples, folder);
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: false });
};
