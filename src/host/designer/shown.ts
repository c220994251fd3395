import * as vscode from 'vscode';
import type { ToView } from '../../protocol/view';
import type { VersionedText } from '../document/snapshots';
import { isTrusted } from '../trust/trust';

/** The document as it is, or with the text that it had at a version before. */
export function documentMessage(document: vscode.TextDocument, before?: VersionedText): ToView {
  return {
    type: 'document',
    text: before?.text ?? document.getText(),
    version: before?.version ?? document.version,
    name: vscode.workspace.asRelativePath(document.uri),
    editable: vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false,
  };
}

export function settingsMessage(): ToView {
  const settings = vscode.workspace.getConfiguration('layerwise');
  return { type: 'settings', orientation: settings.get('orientation', 'auto') };
}

export function trustMessage(): ToView {
  return { type: 'trust', trusted: isTrusted() };
}
