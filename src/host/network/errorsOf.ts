import type * as vscode from 'vscode';
import { problemCounts } from '../../core/network/problemCounts';
import type { Host } from '../host';

/** How many errors keep an open network from being trained. */
export function errorsOf({ snapshots }: Host, network: vscode.Uri): number {
  const document = snapshots.open.find(({ uri }) => uri.toString() === network.toString());
  if (!document) return 0;
  return problemCounts(snapshots.of(document).problems).error;
}
