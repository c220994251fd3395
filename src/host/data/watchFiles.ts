import { dirname } from 'node:path';
import * as vscode from 'vscode';

const quiet = 300; // ms without a change before it counts: a file is written in pieces

/**
 * Calls `changed` after one of the files was written, made or removed, or something in one that is a folder. They need
 * not exist yet. One watcher a folder, since a folder of pictures has thousands.
 */
export function watchFiles(files: readonly string[], changed: () => void): vscode.Disposable {
  const watched = new Set(files);
  let timer: NodeJS.Timeout | undefined;
  const look = ({ fsPath }: vscode.Uri) => {
    if (!watched.has(fsPath) && !watched.has(dirname(fsPath))) return;
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
  };
  const folders = new Set(files.flatMap(file => [file, dirname(file)]));
  const watchers = [...folders].map(folder => {
    const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), '*');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watcher.onDidChange(look);
    watcher.onDidCreate(look);
    watcher.onDidDelete(look);
    return watcher;
  });
  return vscode.Disposable.from(...watchers, new vscode.Disposable(() => clearTimeout(timer)));
}
