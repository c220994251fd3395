import { areOfOneSort, cellsOf, isHolder } from '../../values/holders';
import { isListState, joinCells, sameCell } from '../../values/joinCells';
import { joinLists } from '../../values/joinValues';
import { isMadeAfter } from '../../values/newCells';
import type { Cells, ListState, Value } from '../../values/value';
import type { Machine } from '../machine';
import type { Beginning } from './foldHolders';

/** What holds more lists and dicts than this is unknown where it is made anew. */
const mostPairs = 2000;

/** Keys of cells. */
export type Places = Map<Cells<unknown>, Set<string>>;

/**
 * Where the first turn of a loop put a new list, dict or instance in the place of an older one, all later turns find the
 * newer one there. It comes to hold what is true of both, for what follows a loop that takes no turn.
 * @returns the places where the newer one is now to be found
 */
export function takeHolders(machine: Machine, turn: Beginning): Places {
  const { store } = machine;
  const taken: Places = new Map();
  const seen: Places = new Map();
  for (const { cells, key, before } of store.entriesSince(turn.mark)) {
    if (isMadeAfter(cells, turn.made)) continue;
    if (isIn(seen, cells, key)) continue;
    add(seen, cells, key);
    const now = cells.get(key);
    if (before === undefined || now === undefined || sameCell(before, now)) continue;
    if (!holdsHolder(now)) continue;
    const both = joined(machine, before, now, new Map());
    if (sameCell(both, joinCells(before, now))) continue;
    store.set(cells, key, both);
    add(taken, cells, key);
  }
  return taken;
}

export function isIn(places: Places, cells: Cells<unknown>, key: string): boolean {
  return places.get(cells)?.has(key) === true;
}

function add(places: Places, cells: Cells<unknown>, key: string): void {
  const keys = places.get(cells);
  if (keys) keys.add(key);
  else places.set(cells, new Set([key]));
}

function holdsHolder(cell: unknown): boolean {
  if (isListState(cell)) return cell.items ? cell.items.some(holdsHolder) : holdsHolder(cell.each);
  const value = cell as Value;
  return value.kind === 'tuple' ? value.items.some(holdsHolder) : isHolder(value);
}

/** What is true of both, in the newer of two lists, dicts or instances. */
function joined(machine: Machine, before: unknown, now: unknown, pairs: Map<object, object>): unknown {
  if (isListState(before) && isListState(now)) return joinedLists(machine, before, now, pairs);
  const [old, value] = [before as Value, now as Value];
  if (old.kind === 'tuple' && value.kind === 'tuple' && old.items.length === value.items.length) {
    const items = value.items.map((item, i) => joined(machine, old.items[i], item, pairs) as Value);
    return { ...value, items };
  }
  if (!isHolder(old) || !isHolder(value) || !areOfOneSort(old, value)) return joinCells(old, value);
  const [olds, cells] = [cellsOf(old), cellsOf(value)];
  const known = pairs.get(cells);
  if (olds === cells || known === olds) return value;
  if (known || pairs.size > mostPairs) return joinCells(old, value);
  pairs.set(cells, olds);
  for (const [key, held] of [...olds]) {
    const other = cells.get(key);
    if (other !== held)
      machine.store.set(cells, key, other === undefined ? held : joined(machine, held, other, pairs));
  }
  return value;
}

function joinedLists(machine: Machine, a: ListState, b: ListState, pairs: Map<object, object>): ListState {
  const [olds, items] = [a.items, b.items];
  if (olds?.length !== items?.length) return joinLists(a, b);
  const each = joined(machine, a.each, b.each, pairs) as Value;
  return {
    ...(items && { items: items.map((item, i) => joined(machine, olds![i], item, pairs) as Value) }),
    each,
  };
}
