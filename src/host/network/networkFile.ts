import type * as vscode from 'vscode';

/** What a network's file ends with. */
export const networkSuffix = '.nn.json';

export function isNetworkFile(uri: vscode.Uri): boolean {
  return uri.path.endsWith(networkSuffix);
}

/** Networks as text: those of a file, those not saved yet, and those of a version in git. */
export const networkSelector: vscode.DocumentSelector = { pattern: `**/*${networkSuffix}` };
