/**
 * How much of each layer is drawn. Detail goes away before its text gets too small to read: a card with its figure and its
 * shapes, one below the other or, where there is less room, side by side; a small card with name, kind and output; a dot with
 * its name.
 */
export type Detail = 'full' | 'beside' | 'compact' | 'dot';

/** The smallest zoom of each detail: there its text, of 11, 15.5 and 26 px at 100 %, is 9 px high. */
export const FULL = 0.84;
export const COMPACT = 0.59;
/** From farther away a dot has no name. */
export const NAMED = 0.35;
/** From nearer than this, figures that stand beside their text have their place and their weights. */
export const NEAR = 1.3;

/** `fitted` is what the network was arranged with. */
export function detailAt(zoom: number, fitted: Detail = 'full'): Detail {
  if (zoom < FULL) return zoom < COMPACT ? 'dot' : 'compact';
  return fitted === 'beside' && zoom < NEAR ? 'beside' : 'full';
}

/** Whether all that is written of a layer is on its card, to be edited there. */
export function isWritten(detail: Detail): boolean {
  return detail === 'full' || detail === 'beside';
}
