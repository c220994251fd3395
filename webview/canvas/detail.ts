/**
 * How much of each layer is drawn. Detail goes away before its text gets too small to read: a card with its figure and its
 * shapes, a small card with name, kind and output, a dot with its name.
 */
export type Detail = 'full' | 'compact' | 'dot';

/** The smallest zoom of each detail: there its text, of 11, 15.5 and 26 px at 100 %, is 9 px high. */
export const FULL = 0.84;
export const COMPACT = 0.59;
/** From farther away a dot has no name. */
export const NAMED = 0.35;

export function detailAt(zoom: number): Detail {
  return zoom < COMPACT ? 'dot' : zoom < FULL ? 'compact' : 'full';
}
