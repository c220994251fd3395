import * as vscode from 'vscode';
import { trustMessage } from '../designer/shown';
import type { Host } from '../host';

/** What waited for trust is done when it is granted: data outside are read, runs are shown, Python is checked. */
export function trustChanges(host: Host): vscode.Disposable {
  return vscode.workspace.onDidGrantWorkspaceTrust(() => {
    host.data.readAgain();
    host.designers.postAll(trustMessage());
    for (const { uri } of host.snapshots.open) void host.runs.read(uri);
  });
}
