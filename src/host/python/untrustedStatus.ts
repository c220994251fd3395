import * as vscode from 'vscode';
import { isTrusted, manageTrust } from '../trust/trust';
import { pythonSelector } from './pythonSelector';

/** Beside the language of a Python file in a workspace that isn't trusted: that it isn't checked, and the way out. */
export function untrustedStatus(): vscode.Disposable {
  if (isTrusted()) return new vscode.Disposable(() => {});
  const item = vscode.languages.createLanguageStatusItem('layerwise.python.trust', pythonSelector);
  item.name = 'Layerwise';
  item.text = 'Shapes aren’t checked';
  item.detail = 'This folder isn’t trusted, so Layerwise starts no check of Python.';
  item.severity = vscode.LanguageStatusSeverity.Warning;
  item.command = { command: manageTrust, title: 'Manage Workspace Trust' };
  const granted = vscode.workspace.onDidGrantWorkspaceTrust(() => item.dispose());
  return vscode.Disposable.from(item, granted);
}
