import { areOfOneSort, cellsOf, isHolder } from '../../values/holders';
import { isListState, sameCell } from '../../values/joinCells';
import { isMadeAfter } from '../../values/newCells';
import { sameValue } from '../../values/sameValue';
import type { Cells, Value } from '../../values/value';
import type { Machine } from '../machine';

/** What holds more lists and dicts than this is never taken for the same. */
const mostPairs = 200;

/**
 * Whether a turn of a loop left everything as it was at its mark. A list that was put in the place of one with the same
 * in it counts as the same; what was made in the turn and isn't held by anything older doesn't count.
 * @param number of the cells made last before the turn
 * @param isPassedBy the cells that are the loop's own
 */
export function isAsBefore(
  machine: Machine,
  mark: number,
  number: number,
  isPassedBy: (cells: Cells<unknown>, key: string) => boolean,
): boolean {
  const seen = new Map<Cells<unknown>, Set<string>>();
  for (const { cells, key, before } of machine.store.entriesSince(mark)) {
    if (isMadeAfter(cells, number) || isPassedBy(cells, key)) continue;
    const keys = seen.get(cells) ?? new Set();
    if (keys.has(key)) continue;
    seen.set(cells, keys.add(key));
    if (!isAlike(before, cells.get(key), new Map())) return false;
  }
  return true;
}

/** @param paired what was found alike on the way here, or is being compared */
function isAlike(a: unknown, b: unknown, paired: Map<object, object>): boolean {
  if (sameCell(a, b)) return true;
  if (a === undefined || b === undefined || paired.size > mostPairs) return false;
  if (isListState(a) && isListState(b)) {
    if (!a.items || !b.items) return !a.items && !b.items && isAlike(a.each, b.each, paired);
    return areAlike(a.items, b.items, paired);
  }
  const [one, other] = [a as Value, b as Value];
  if (one.kind === 'tuple' && other.kind === 'tuple') return areAlike(one.items, other.items, paired);
  if (!isHolder(one) || !isHolder(other) || !areOfOneSort(one, other)) return false;
  const [cells, others] = [cellsOf(one), cellsOf(other)];
  if (paired.has(cells)) return paired.get(cells) === others;
  if (cells.size !== others.size) return false;
  paired.set(cells, others);
  for (const [key, value] of cells) if (!isAlike(value, others.get(key), paired)) return false;
  return true;
}

function areAlike(a: readonly Value[], b: readonly Value[], paired: Map<object, object>): boolean {
  return a.length === b.length && a.every((item, i) => isAlike(item, b[i], paired));
}

/** Whether the turns of a loop are given the same each, but for numbers that go up or down by the same step. */
export function areMuchAlike(turns: readonly Value[]): boolean {
  const [first, second] = turns;
  return (
    !!first && !!second && turns.every((turn, i) => i === 0 || isNext(turns[i - 1]!, turn, first, second))
  );
}

/** Whether `after` comes from `before` as `second` comes from `first`. */
function isNext(before: Value, after: Value, first: Value, second: Value): boolean {
  if (before === after && first === second) return true;
  if (after.kind === 'int' && before.kind === 'int' && first.kind === 'int' && second.kind === 'int') {
    const sizes = [before.size, after.size, first.size, second.size];
    const [a, b, c, d] = sizes as number[];
    return sizes.every(size => typeof size === 'number') && b! - a! === d! - c!;
  }
  if (
    after.kind === 'tuple' &&
    before.kind === 'tuple' &&
    first.kind === 'tuple' &&
    second.kind === 'tuple'
  ) {
    const { length } = after.items;
    return (
      [before, first, second].every(({ items }) => items.length === length) &&
      after.items.every((item, i) => isNext(before.items[i]!, item, first.items[i]!, second.items[i]!))
    );
  }
  return sameValue(before, after);
}
