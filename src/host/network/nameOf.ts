import { posix } from 'node:path';
import type * as vscode from 'vscode';
import { networkSuffix } from './networkFile';

/** A network as a person calls it: `cats` for `cats.nn.json`. */
export function nameOf(network: vscode.Uri): string {
  return posix.basename(network.path, networkSuffix);
}
