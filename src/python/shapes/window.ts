import { type Dim, floorDivide, isNumber, minus, plus, times } from '../sizes/size';

/** How far a window reaches with gaps in it: dilation · (kernel − 1) + 1. */
export function covered(kernel: Dim, dilation: Dim): Dim {
  return plus(times(dilation, minus(kernel, 1)), 1);
}

interface Padded {
  /** On each side. */
  readonly padding?: Dim;
  /** Whether a last window may reach beyond the end: `ceil_mode` of PyTorch. */
  readonly up?: boolean;
}

/** In how many places a window stands: ⌊(size + 2 · padding − covered) / stride⌋ + 1, as torch.nn.Conv2d’s page has it. */
export function slid(size: Dim, covers: Dim, stride: Dim, { padding = 0, up = false }: Padded = {}): Dim {
  const room = minus(plus(size, times(2, padding)), covers);
  if (!up) return plus(floorDivide(room, stride), 1);
  if (!isNumber(room) || !isNumber(stride) || !isNumber(size) || !isNumber(padding) || stride < 1)
    return undefined;
  const places = Math.ceil(room / stride) + 1;
  // the last window must start inside
  return (places - 1) * stride >= size + padding ? places - 1 : places;
}

interface Windows {
  readonly covers: readonly Dim[];
  readonly strides: readonly Dim[];
  /** `same` puts as much around as gives ⌈size / stride⌉ places, `valid` nothing; undefined where it isn't known. */
  readonly padding: 'same' | 'valid' | undefined;
}

/** The sizes that windows leave on each axis; undefined where one is larger than what it goes over. */
export function slidOver(
  sizes: readonly Dim[],
  { covers, strides, padding }: Windows,
): readonly Dim[] | undefined {
  if (padding === 'same') return sizes.map((size, i) => plus(floorDivide(minus(size, 1), strides[i]), 1));
  if (padding === undefined) return sizes.map(() => undefined);
  const isTooLarge = covers.some((reach, i) => {
    const size = sizes[i];
    return isNumber(size) && isNumber(reach) && size < reach;
  });
  return isTooLarge ? undefined : sizes.map((size, i) => slid(size, covers[i], strides[i]));
}
