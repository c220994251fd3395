import { type Dim, floorDivide, isNumber, minus, plus, times } from '../../sizes/size';

/** How far a window reaches with gaps in it: dilation · (kernel − 1) + 1. */
export function covered(kernel: Dim, dilation: Dim): Dim {
  return plus(times(dilation, minus(kernel, 1)), 1);
}

/** In how many places a window stands: ⌊(size + 2 · padding − covered) / stride⌋ + 1, as torch.nn.Conv2d's page has it. */
export function slid(size: Dim, kernel: Dim, stride: Dim, padding: Dim, dilation: Dim, up = false): Dim {
  const room = minus(plus(size, times(2, padding)), covered(kernel, dilation));
  if (!up) return plus(floorDivide(room, stride), 1);
  if (!isNumber(room) || !isNumber(stride) || !isNumber(size) || !isNumber(padding) || stride < 1)
    return undefined;
  const places = Math.ceil(room / stride) + 1;
  // the last window must start inside
  return (places - 1) * stride >= size + padding ? places - 1 : places;
}

/** The axes that a window goes over, as a message names them. */
export function sizesWords(axes: number): string {
  return axes === 1 ? 'length' : axes === 2 ? 'height, width' : 'depth, height, width';
}
