/** The axes that a window goes over, as a message names them. */
export function sizesWords(axes: number): string {
  return axes === 1 ? 'length' : axes === 2 ? 'height, width' : 'depth, height, width';
}
