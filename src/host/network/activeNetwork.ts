import * as vscode from 'vscode';
import type { Host } from '../host';
import { isNetworkFile } from './networkFile';

/** The network of the active editor, a designer or a text. */
export function activeNetwork(host: Host): vscode.Uri | undefined {
  const designed = host.designers.active?.document.uri;
  if (designed) return designed;
  const text = vscode.window.activeTextEditor?.document.uri;
  return text && isNetworkFile(text) ? text : undefined;
}
