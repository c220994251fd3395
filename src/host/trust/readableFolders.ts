import * as vscode from 'vscode';
import { isTrusted } from './trust';

/**
 * The folders that nothing may be read outside of: those of the workspace until it is trusted, then undefined, which is
 * everywhere. A network without a workspace has its own folder, `own`.
 */
export function readableFolders(own: string): readonly string[] | undefined {
  if (isTrusted()) return undefined;
  const folders = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) =>
    uri.scheme === 'file' ? [uri.fsPath] : [],
  );
  return folders.length > 0 ? folders : [own];
}
