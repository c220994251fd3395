/** How much of each layer is drawn: far away, text would be a smear and cost frames. */
export type Detail = 'full' | 'less' | 'least';

export function detailAt(zoom: number): Detail {
  return zoom < 0.12 ? 'least' : zoom < 0.4 ? 'less' : 'full';
}
