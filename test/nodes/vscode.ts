/** As much of VS Code's API as starts a training process, for a host that is a Node of the tests. */
export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void) => void this.#listeners.add(listener);
  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export const Uri = {
  joinPath: ({ fsPath }: { readonly fsPath: string }, ...parts: readonly string[]) => ({
    fsPath: [fsPath, ...parts].join('/'),
  }),
};

export const window = {};

export const commands = {};

export const workspace = {
  isTrusted: true,
  getConfiguration: () => ({ get: () => undefined }),
};
