import type { DataFiles, FileFacts } from './dataFiles';

/** Passes questions for files on, and keeps what was answered. */
export class AskedFiles implements DataFiles {
  readonly #files: DataFiles;
  readonly #answers = new Map<string, string>();

  constructor(files: DataFiles) {
    this.#files = files;
  }

  describe(path: string): FileFacts | undefined {
    const facts = this.#files.describe(path);
    this.#answers.set(path, written(facts));
    return facts;
  }

  /** Whether all would be answered so again. */
  isSame(files: DataFiles): boolean {
    return [...this.#answers].every(([path, facts]) => written(files.describe(path)) === facts);
  }
}

function written(facts: FileFacts | undefined): string {
  return facts === undefined ? '' : JSON.stringify(facts);
}
