import type * as vscode from 'vscode';
import type { Host } from '../host';

/** What runs say, to the designers of their networks. */
export function relay({ runs, designers }: Host): vscode.Disposable {
  return runs.onDidSay(({ network, message }) => designers.post(network, message));
}
