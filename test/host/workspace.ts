// What every test here needs: the extension, the workspace's files, and waiting for what VS Code does in its own time.
import * as vscode from 'vscode';

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('layerwise.layerwise');
  if (!found) throw new Error('VS Code has not loaded the extension');
  return found;
}

export const workspaceFile = (name: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);

/** Asks again until there is an answer, and says in the error what it waited for. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | PromiseLike<T | undefined | false>,
  limit = 60_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await ask();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${limit} ms for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
