import type * as vscode from 'vscode';
import type { Host } from '../host';

const note =
  'The network was edited since. This result is of the run’s network, as it was when it was trained.';

/** A result of a network's run; where the network was edited since, it says so. */
export function withStaleness<T extends { readonly notes?: readonly string[] }>(
  { runs }: Host,
  network: vscode.Uri,
  result: T,
): T {
  return runs.of(network).view?.stale ? { ...result, notes: [note, ...(result.notes ?? [])] } : result;
}
