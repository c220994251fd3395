import { dirname, isAbsolute, relative, resolve } from 'node:path';
import * as vscode from 'vscode';
import type { KnownFiles } from '../../protocol/pythonChecker';
import type { FileFacts } from '../../python/files/dataFiles';
import type { Describer } from '../data/describer';
import { folderOf } from '../data/folderOf';
import { watchFiles } from '../data/watchFiles';

/** A program that names more gets no more looked into. */
const mostFiles = 64;

/**
 * The data files that a program names, as far as they are in the workspace or in the program's own folder: their
 * headers are read in the background, and again when one changes. What lies elsewhere is never opened.
 */
export class ProgramFiles implements vscode.Disposable {
  readonly #describer: Describer;
  /** Where a relative path may begin: the program's folder, then that of the workspace, where VS Code runs it. */
  readonly #folders: readonly string[];
  readonly #found: () => void;
  readonly #known = new Map<string, FileFacts | undefined>();
  readonly #named = new Set<string>();
  #watcher: vscode.Disposable | undefined;
  #reading: vscode.CancellationTokenSource | undefined;

  /** `found` is called after what is known has changed. */
  constructor(program: vscode.Uri, describer: Describer, found: () => void) {
    this.#describer = describer;
    this.#found = found;
    const workspace = vscode.workspace.getWorkspaceFolder(program)?.uri;
    const folders = [folderOf(program), workspace?.scheme === 'file' ? workspace.fsPath : undefined];
    this.#folders = [...new Set(folders)].filter(folder => folder !== undefined);
  }

  get known(): KnownFiles {
    return this.#known;
  }

  /** The program names these files. */
  follow(paths: readonly string[]): void {
    const before = this.#named.size;
    for (const path of paths) if (this.#named.size < mostFiles) this.#named.add(path);
    if (this.#named.size === before) return;
    this.#watcher?.dispose();
    const places = [...this.#named].flatMap(path => this.#placesOf(path));
    this.#watcher = watchFiles(places, () => void this.#read([...this.#named]));
    void this.#read([...this.#named].filter(path => !this.#known.has(path)));
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#reading?.cancel();
  }

  async #read(paths: readonly string[]): Promise<void> {
    this.#reading?.cancel();
    const { token } = (this.#reading = new vscode.CancellationTokenSource());
    let changed = false;
    for (const path of paths) {
      let facts: FileFacts | undefined;
      for (const place of this.#placesOf(path)) {
        facts ??= await this.#describer.facts(place, dirname(place), token);
        if (token.isCancellationRequested) return;
      }
      if (JSON.stringify(facts) !== JSON.stringify(this.#known.get(path))) changed = true;
      this.#known.set(path, facts);
    }
    if (changed) this.#found();
  }

  /** The files that a path may mean. */
  #placesOf(path: string): string[] {
    const roots = [
      ...this.#folders,
      ...(vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) =>
        uri.scheme === 'file' ? [uri.fsPath] : [],
      ),
    ];
    const places = this.#folders.map(folder => resolve(folder, path));
    return [...new Set(places)].filter(place => roots.some(root => isInside(place, root)));
  }
}

function isInside(place: string, root: string): boolean {
  const path = relative(root, place);
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}
