import * as vscode from 'vscode';
import type { ToView } from '../../protocol/view';

export function documentMessage(document: vscode.TextDocument): ToView {
  return {
    type: 'document',
    text: document.getText(),
    version: document.version,
    name: vscode.workspace.asRelativePath(document.uri),
    editable: vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false,
  };
}

export function settingsMessage(): ToView {
  const settings = vscode.workspace.getConfiguration('layerwise');
  return { type: 'settings', orientation: settings.get('orientation', 'horizontal') };
}
