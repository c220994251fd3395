import { posix } from 'node:path';
import type * as vscode from 'vscode';

/** The address of data as a network in `folder` names them: relative where they lie in it, else absolute. */
export function addressIn(folder: vscode.Uri, data: vscode.Uri): string {
  const address = posix.relative(folder.path, data.path) || '.';
  return address.split('/')[0] === '..' ? data.fsPath : address;
}
