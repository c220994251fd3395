import { dirname } from 'node:path';
import * as vscode from 'vscode';

/**
 * The folder where a network's relative addresses begin: its own, or that of the workspace while it isn't saved.
 * Undefined where it isn't on disk.
 */
export function folderOf(network: vscode.Uri): string | undefined {
  if (network.scheme === 'file') return dirname(network.fsPath);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return network.scheme === 'untitled' && folder?.scheme === 'file' ? folder.fsPath : undefined;
}
