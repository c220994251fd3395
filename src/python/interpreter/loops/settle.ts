import { isListState, joinCells, sameCell } from '../../values/joinCells';
import { isMadeAfter } from '../../values/newCells';
import { unknown, type Value } from '../../values/value';
import type { Machine } from '../machine';
import type { Changes } from '../store';
import type { Beginning } from './foldHolders';
import { isIn, type Places } from './takeHolders';

/**
 * Joins the state in which a turn began, which is that now, with what the turn did; whether that changed it.
 * @param taken where what is there after the turn is to be found before it, too
 * @param widen whether what changes becomes unknown
 */
export function settle(
  { store }: Machine,
  turn: Beginning,
  way: Changes,
  taken: Places | undefined,
  widen: boolean,
): boolean {
  let changed = false;
  for (const [cells, keys] of way) {
    const isNew = isMadeAfter(cells, turn.made);
    for (const [key, value] of keys) {
      if (value === undefined) continue;
      const now = cells.get(key);
      // what the turn made wasn't there before
      if (now === undefined || isNew) {
        store.set(cells, key, value);
        continue;
      }
      const isTaken = taken !== undefined && isIn(taken, cells, key);
      const after = isTaken ? value : joinCells(now, value);
      if (!isTaken && sameCell(now, after)) continue;
      changed = true;
      store.set(cells, key, widen ? (isListState(after) ? { each: unknown } : unknown) : (after as Value));
    }
  }
  return changed;
}

/** Whether a turn changed anything that was there when it began. */
export function changesAnything({ store }: Machine, turn: Beginning): boolean {
  return store
    .entriesSince(turn.mark)
    .some(
      ({ cells, key, before }) =>
        before !== undefined && !isMadeAfter(cells, turn.made) && !sameCell(before, cells.get(key)),
    );
}
