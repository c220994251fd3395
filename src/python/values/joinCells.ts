import { joinLists, joinValues } from './joinValues';
import { sameLists, sameValue } from './sameValue';
import type { ListState, Value } from './value';

/** What is true of both of what cells hold: values, or what a list holds. */
export function joinCells(a: unknown, b: unknown): unknown {
  return isListState(a) && isListState(b) ? joinLists(a, b) : joinValues(a as Value, b as Value);
}

export function sameCell(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return isListState(a) && isListState(b) ? sameLists(a, b) : sameValue(a as Value, b as Value);
}

export function isListState(cell: unknown): cell is ListState {
  return typeof cell === 'object' && cell !== null && 'each' in cell;
}
