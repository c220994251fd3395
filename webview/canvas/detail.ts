/** How much of each layer is drawn: far away, text would be a smear and cost frames. */
export type Detail = 'full' | 'less' | 'least';

/** The smallest zoom at which all of a layer is drawn, its shapes among it. */
export const FULL = 0.4;

export function detailAt(zoom: number): Detail {
  return zoom < 0.12 ? 'least' : zoom < FULL ? 'less' : 'full';
}
