import type { Cells } from '../values/value';

type AnyCells = Cells<unknown>;

interface Entry {
  readonly cells: AnyCells;
  readonly key: string;
  readonly before: unknown;
}

/** What was done to cells: for each, the value it has now; undefined where the key isn't there. */
export type Changes = ReadonlyMap<AnyCells, ReadonlyMap<string, unknown>>;

/**
 * The only way to change cells. It keeps a journal, so that a branch costs what it changes: run one branch, take it
 * back, run the other, and join what the two did.
 */
export class Store {
  #journal: Entry[] = [];

  set<T>(cells: Cells<T>, key: string, value: T): void {
    const before = cells.get(key);
    if (before === value && cells.has(key)) return;
    this.#journal.push({ cells: cells as AnyCells, key, before });
    cells.set(key, value);
  }

  remove<T>(cells: Cells<T>, key: string): void {
    if (!cells.has(key)) return;
    this.#journal.push({ cells: cells as AnyCells, key, before: cells.get(key) });
    cells.delete(key);
  }

  mark(): number {
    return this.#journal.length;
  }

  changesSince(mark: number): Changes {
    const changes = new Map<AnyCells, Map<string, unknown>>();
    for (let i = mark; i < this.#journal.length; i++) {
      const { cells, key } = this.#journal[i]!;
      let keys = changes.get(cells);
      if (!keys) changes.set(cells, (keys = new Map()));
      keys.set(key, cells.get(key));
    }
    return changes;
  }

  /** Makes everything as it was at the mark. */
  takeBack(mark: number): void {
    for (let i = this.#journal.length - 1; i >= mark; i--) {
      const { cells, key, before } = this.#journal[i]!;
      if (before === undefined) cells.delete(key);
      else cells.set(key, before);
    }
    this.#journal.length = mark;
  }

  /** Nothing before now will be taken back. */
  forget(): void {
    this.#journal.length = 0;
  }

  /**
   * The state in which any of these may have happened, starting from the state now.
   * @param join what is true of both values of a cell
   */
  joinAll(alternatives: readonly Changes[], join: (a: unknown, b: unknown) => unknown): void {
    const [first, ...others] = alternatives;
    if (!first) return;
    const touched = new Map<AnyCells, Set<string>>();
    for (const changes of alternatives) {
      for (const [cells, keys] of changes) {
        let all = touched.get(cells);
        if (!all) touched.set(cells, (all = new Set()));
        for (const key of keys.keys()) all.add(key);
      }
    }
    for (const [cells, keys] of touched) {
      for (const key of keys) {
        const now = cells.get(key);
        const after = (changes: Changes) => {
          const changed = changes.get(cells);
          return changed?.has(key) ? changed.get(key) : now;
        };
        let value = after(first);
        for (const changes of others) {
          const other = after(changes);
          // where only one branch sets a name, code that reads it relies on that branch
          value = value === undefined ? other : other === undefined ? value : join(value, other);
        }
        if (value === undefined) this.remove(cells, key);
        else this.set(cells, key, value);
      }
    }
  }
}
