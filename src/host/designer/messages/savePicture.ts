import * as vscode from 'vscode';
import { saveOutput } from '../../document/saveOutput';
import { networkSuffix } from '../../network/networkFile';
import type { Answer } from './answer';

/** The view has drawn the picture: SVG as text, PNG as base64. Asks where to. */
export const savePicture: Answer<'save-picture'> = async ({ format, data }, { document }, host) => {
  // a network that was never saved has no folder of its own yet
  const beside = document.isUntitled
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : vscode.Uri.joinPath(document.uri, '..');
  const name = document.uri.path.split('/').at(-1)!.replace(networkSuffix, '');
  const target = await vscode.window.showSaveDialog({
    title: 'Export Picture',
    defaultUri: beside && vscode.Uri.joinPath(beside, `${name}.${format}`),
    filters: { [format.toUpperCase()]: [format] },
  });
  if (!target) return;
  await saveOutput(host, document.uri, target, Buffer.from(data, format === 'png' ? 'base64' : 'utf8'));
  const open = await vscode.window.showInformationMessage(
    `Saved ${vscode.workspace.asRelativePath(target)}.`,
    'Open',
  );
  if (open) await vscode.commands.executeCommand('vscode.open', target);
};
