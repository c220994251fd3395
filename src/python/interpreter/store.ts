import type { Cells } from '../values/value';

type AnyCells = Cells<unknown>;

interface Entry {
  readonly cells: AnyCells;
  readonly key: string;
  readonly before: unknown;
}

/** What was done to cells: for each, the value it has now; undefined where the key isn't there. */
export type Changes = Map<AnyCells, ReadonlyMap<string, unknown>>;

/** What had changed since a mark, at a moment. Written down only when the state becomes another. */
export interface Moment {
  readonly since: number;
  changes?: Changes;
}

/**
 * The only way to change cells. It keeps a journal, so that a branch costs what it changes: run one branch, take it
 * back, run the other, and join what the two did.
 */
export class Store {
  #journal: Entry[] = [];
  /** Moments at which the state was what it is now. */
  #now: Moment[] = [];

  set<T>(cells: Cells<T>, key: string, value: T): void {
    const before = cells.get(key);
    if (before === value && cells.has(key)) return;
    this.#writeDown();
    this.#journal.push({ cells: cells as AnyCells, key, before });
    cells.set(key, value);
  }

  remove<T>(cells: Cells<T>, key: string): void {
    if (!cells.has(key)) return;
    this.#writeDown();
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
    this.#writeDown();
    for (let i = this.#journal.length - 1; i >= mark; i--) {
      const { cells, key, before } = this.#journal[i]!;
      if (before === undefined) cells.delete(key);
      else cells.set(key, before);
    }
    this.#journal.length = mark;
  }

  /** Nothing since the mark will be taken back. */
  forget(mark: number): void {
    this.#journal.length = mark;
    this.#now.length = 0;
  }

  /** What was done since a mark, in order. */
  entriesSince(mark: number): readonly Entry[] {
    return this.#journal.slice(mark);
  }

  /** What has changed since a mark, to be read with `changesAt` later. */
  moment(since: number): Moment {
    const moment = { since };
    this.#now.push(moment);
    return moment;
  }

  changesAt(moment: Moment): Changes {
    return moment.changes ?? this.changesSince(moment.since);
  }

  isNow(moment: Moment): boolean {
    return this.#now.includes(moment);
  }

  /** What was done to these cells since a mark needn't be taken back: nothing reaches them any more. */
  release<T>(cells: Cells<T>, mark: number): void {
    const journal = this.#journal;
    let kept = mark;
    for (let i = mark; i < journal.length; i++) {
      const entry = journal[i]!;
      if (entry.cells !== (cells as AnyCells)) journal[kept++] = entry;
    }
    journal.length = kept;
  }

  #writeDown(): void {
    if (this.#now.length === 0) return;
    for (const moment of this.#now) moment.changes = this.changesSince(moment.since);
    this.#now.length = 0;
  }

  /**
   * The state in which any of these may have happened, starting from the state now.
   * @param join what is true of both values of a cell
   */
  joinAll(alternatives: readonly Changes[], join: (a: unknown, b: unknown) => unknown): void {
    for (const [i, changes] of alternatives.entries()) {
      for (const [cells, keys] of changes) {
        for (const key of keys.keys()) {
          const isJoined = alternatives.findIndex(other => other.get(cells)?.has(key)) < i;
          if (!isJoined) this.#join(cells, key, alternatives, join);
        }
      }
    }
  }

  #join(
    cells: AnyCells,
    key: string,
    alternatives: readonly Changes[],
    join: (a: unknown, b: unknown) => unknown,
  ): void {
    const now = cells.get(key);
    let value: unknown;
    for (const changes of alternatives) {
      const changed = changes.get(cells);
      const other = changed?.has(key) ? changed.get(key) : now;
      // where only one branch sets a name, code that reads it relies on that branch
      value = value === undefined ? other : other === undefined ? value : join(value, other);
    }
    if (value === undefined) this.remove(cells, key);
    else this.set(cells, key, value);
  }
}
