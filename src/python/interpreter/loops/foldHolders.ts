import { areOfOneSort, cellsOf, type Holder, isHolder } from '../../values/holders';
import { isListState } from '../../values/joinCells';
import { isMadeAfter } from '../../values/newCells';
import { reachedCells } from '../../values/reachedCells';
import type { Cells, ListState, Value } from '../../values/value';
import type { Machine } from '../machine';

/** Where a loop or a turn of it began: the store's mark, and the number of the cells made last before. */
export interface Beginning {
  readonly mark: number;
  readonly made: number;
}

/** A key of cells older than the turn, whose lists and dicts are others after it. */
interface Place {
  readonly cells: Cells<unknown>;
  readonly key: string;
  readonly now: unknown;
  /** Those that it led to after the turn, each with the one that was there before. */
  readonly pairs: ReadonlyMap<Cells<unknown>, Holder>;
  /** What else it leads to. */
  readonly others: readonly (Value | ListState)[];
}

/** Where more can be reached, nothing is folded. */
const mostCells = 2000;

/**
 * Gives the lists, dicts and instances that a turn made in the place of some that an earlier turn of the same loop made
 * the names of these, so that a state can repeat. This says nothing that isn't so: it is another name for the same
 * state, provided that the older ones can't be reached any more, or only as such a place that is renamed too, and that
 * all that leads to the newer ones is renamed. Both were made since the loop began, so what leads to them has changed
 * since then and is found by looking through the changes.
 */
export function foldHolders(machine: Machine, loop: Beginning, turn: Beginning): void {
  const { store } = machine;
  let places = placesSince(machine, loop, turn);
  while (places.length > 0) {
    const renamed = new Map<Cells<unknown>, Holder>();
    const taken = new Set<Cells<unknown>>();
    const fits = places.filter(({ pairs }) => {
      if (new Set([...pairs.values()].map(cellsOf)).size < pairs.size) return false;
      for (const [cells, before] of pairs) {
        const known = renamed.get(cells);
        if (known ? cellsOf(known) !== cellsOf(before) : taken.has(cellsOf(before))) return false;
      }
      for (const [cells, before] of pairs) {
        renamed.set(cells, before);
        taken.add(cellsOf(before));
      }
      return true;
    });
    const reached = otherwiseReached(machine, loop, fits);
    if (!reached) return;
    const free = fits.filter(({ pairs }) =>
      [...pairs].every(([cells, before]) => !reached.has(cells) && !reached.has(cellsOf(before))),
    );
    if (free.length < places.length) {
      places = free;
      continue;
    }
    const contents = [...renamed].flatMap(([cells, before]) =>
      [...cells].map(([key, value]) => ({ cells: cellsOf(before), key, value: withNames(value, renamed) })),
    );
    for (const { cells, key, now } of places) store.set(cells, key, withNames(now, renamed));
    for (const { cells, key, value } of contents) store.set(cells, key, value);
    return;
  }
}

function placesSince(machine: Machine, loop: Beginning, turn: Beginning): Place[] {
  const places: Place[] = [];
  const seen = new Map<Cells<unknown>, Set<string>>();
  for (const { cells, key, before } of machine.store.entriesSince(turn.mark)) {
    if (isMadeAfter(cells, turn.made)) continue;
    const keys = seen.get(cells) ?? new Set();
    if (keys.has(key)) continue;
    seen.set(cells, keys.add(key));
    const now = cells.get(key);
    const pairs = new Map<Cells<unknown>, Holder>();
    const others: (Value | ListState)[] = [];
    if (pair(before, now, loop, pairs, others) && pairs.size > 0)
      places.push({ cells, key, now, pairs, others });
  }
  return places;
}

/** Pairs what is there now with what was there before, as far as both are alike. False where that can't be one to one. */
function pair(
  before: unknown,
  now: unknown,
  loop: Beginning,
  pairs: Map<Cells<unknown>, Holder>,
  others: (Value | ListState)[],
): boolean {
  if (now === undefined) return true;
  if (before !== undefined) {
    if (isListState(now) && isListState(before)) {
      const [items, olds] = [now.items, before.items];
      if (items?.length === olds?.length)
        return (
          (items ?? []).every((item, i) => pair(olds![i], item, loop, pairs, others)) &&
          pair(before.each, now.each, loop, pairs, others)
        );
    }
    const [old, value] = [before as Value, now as Value];
    if (old.kind === 'tuple' && value.kind === 'tuple' && old.items.length === value.items.length)
      return value.items.every((item, i) => pair(old.items[i], item, loop, pairs, others));
    if (isHolder(old) && isHolder(value) && isReplaced(old, value, loop)) {
      const cells = cellsOf(value);
      const known = pairs.get(cells);
      if (known) return cellsOf(known) === cellsOf(old);
      if (pairs.size > mostCells) return false;
      pairs.set(cells, old);
      for (const [key, held] of cells) {
        if (!pair(cellsOf(old).get(key), held, loop, pairs, others)) return false;
      }
      return true;
    }
  }
  others.push(now as Value | ListState);
  return true;
}

function isReplaced(old: Holder, value: Holder, { made }: Beginning): boolean {
  const [before, now] = [cellsOf(old), cellsOf(value)];
  return before !== now && areOfOneSort(old, value) && isMadeAfter(before, made) && isMadeAfter(now, made);
}

/** What is reached on other ways than through the places; undefined where that is too much. */
function otherwiseReached(
  machine: Machine,
  { mark, made }: Beginning,
  places: readonly Place[],
): Set<Cells<unknown>> | undefined {
  const closed = new Map<Cells<unknown>, Set<string>>();
  for (const { cells, key } of places) {
    const keys = closed.get(cells);
    if (keys) keys.add(key);
    else closed.set(cells, new Set([key]));
  }
  const isClosed = (cells: Cells<unknown>, key: string) => closed.get(cells)?.has(key) === true;
  const from = places.flatMap(({ others }) => others);
  for (const { cells, key } of machine.store.entriesSince(mark)) {
    // what was made since the loop began matters where something older leads to it
    if (isMadeAfter(cells, made) || isClosed(cells, key)) continue;
    const value = cells.get(key);
    if (value !== undefined) from.push(value as Value | ListState);
  }
  const found = new Set<Cells<unknown>>();
  return reachedCells(from, found, mostCells, isClosed) ? found : undefined;
}

function withNames(value: unknown, renamed: ReadonlyMap<Cells<unknown>, Holder>): unknown {
  return isListState(value)
    ? {
        ...(value.items && { items: value.items.map(item => named(item, renamed)) }),
        each: named(value.each, renamed),
      }
    : named(value as Value, renamed);
}

function named(value: Value, renamed: ReadonlyMap<Cells<unknown>, Holder>): Value {
  if (value.kind === 'tuple') {
    const items = value.items.map(item => named(item, renamed));
    return items.every((item, i) => item === value.items[i]) ? value : { ...value, items };
  }
  if (value.kind === 'unknown' && value.lists?.some(cells => renamed.has(cells as Cells<unknown>))) {
    const lists = value.lists.map(cells => {
      const other = renamed.get(cells as Cells<unknown>);
      return other?.kind === 'list' ? other.cells : cells;
    });
    return { ...value, lists };
  }
  return isHolder(value) ? (renamed.get(cellsOf(value)) ?? value) : value;
}
