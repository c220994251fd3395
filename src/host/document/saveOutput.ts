import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { output } from '../../platform/output';
import { runsFolder } from '../../runs/folder/runFolder';
import type { Host } from '../host';

/**
 * Saves what was made of a network where a person chose, who was asked where a file is there. The network, its data and its
 * runs are never replaced. Rejects with `FileFault`.
 */
export async function saveOutput(
  { data, runs }: Host,
  network: vscode.Uri,
  target: vscode.Uri,
  content: Uint8Array,
): Promise<void> {
  if (target.scheme !== 'file') {
    await vscode.workspace.fs.writeFile(target, content);
    return;
  }
  const folder = runs.of(network).info?.folder;
  const kept = [
    { path: network.fsPath, what: 'the network' },
    { path: runsFolder(dirname(network.fsPath)), what: 'a file of its runs' },
    ...(folder ? [{ path: folder, what: 'a file of its run' }] : []),
    ...(data.of(network)?.files ?? []).map(path => ({ path, what: 'data of the network' })),
  ];
  const place = await output(target.fsPath, {
    replace: true,
    kept: async () => kept,
    otherwise: 'choose another name.',
  });
  await place.write(content);
}
