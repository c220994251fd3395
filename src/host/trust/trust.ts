import * as vscode from 'vscode';
import { untrusted } from '../../protocol/untrusted';

export const manageTrust = 'workbench.trust.manage';

export function isTrusted(): boolean {
  return vscode.workspace.isTrusted;
}

/** Whether what needs trust may be done; where it may not, says so and offers the way to grant it. */
export function requireTrust(): boolean {
  if (isTrusted()) return true;
  void offerTrust();
  return false;
}

async function offerTrust(): Promise<void> {
  const manage = 'Manage Workspace Trust…';
  if ((await vscode.window.showWarningMessage(untrusted, manage)) === manage) {
    await vscode.commands.executeCommand(manageTrust);
  }
}

/** The same action, for a workspace that is trusted; in another one it says so instead. */
export function withTrust<A extends readonly unknown[]>(
  action: (...args: A) => unknown,
): (...args: A) => unknown {
  return (...args) => (requireTrust() ? action(...args) : undefined);
}
