import { bisectCenter } from 'd3';

/** The index of the value nearest to x in a rising list; −1 in an empty one. */
export function nearestIndex(values: ArrayLike<number>, x: number): number {
  return values.length === 0 ? -1 : bisectCenter(values as ArrayLike<number> & Iterable<number>, x);
}
