import type { Dim } from '../../shape';

/** What is put around the input: nothing, as much as keeps its size at stride 1, or so many on both sides. */
export type Padding = 'valid' | 'same' | number;

export interface AlongOptions {
  readonly size: Dim;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: Padding;
}

/** How a kernel goes along one side of its input. */
export interface Along {
  /** The number of places at which it stops; none is left where it is larger than the padded side. */
  readonly places: number;
  /** Padding before the first number. */
  readonly before: number;
  /** Pixels of the input at its end, padding left out, that no place covers. */
  readonly over: number;
  /** How many numbers the kernel reaches over, the gaps of its dilation among them. */
  readonly reach: number;
  /** The largest kernel that has a place; 0 where the side has no room for any. */
  readonly most: number;
  /** The formula of the places with its numbers put in. */
  readonly how: string;
}

/**
 * n = ⌊(n_prev + 2p − f)/s⌋ + 1, as the notes on convolutions have it, with f what the kernel reaches over. 'same' gives ⌈n_prev/s⌉
 * places; where its padding is odd, the greater part is at the end (as TensorFlow and ONNX's SAME_UPPER have it).
 * Undefined where the size isn't known.
 */
export function along({ size, kernel, stride, dilation, padding }: AlongOptions): Along | undefined {
  if (typeof size !== 'number') return undefined;
  const reach = (kernel - 1) * dilation + 1;
  if (padding === 'same') {
    const places = Math.ceil(size / stride);
    const total = Math.max(0, (places - 1) * stride + reach - size);
    return {
      places,
      before: Math.floor(total / 2),
      over: 0,
      reach,
      most: kernel,
      how: sameHow(size, reach, stride, total),
    };
  }
  const each = padding === 'valid' ? 0 : padding;
  const room = size + 2 * each - reach;
  const places = room < 0 ? 0 : Math.floor(room / stride) + 1;
  return {
    places,
    before: each,
    over: places === 0 ? 0 : Math.max(0, (room % stride) - each),
    reach,
    most: Math.max(0, Math.floor((size + 2 * each - 1) / dilation) + 1),
    how: `⌊(${size}${each === 0 ? '' : ` + 2·${each}`} − ${reach})/${stride}⌋ + 1`,
  };
}

/** p where it is one number, as in the notes; else that there is a place for each step. */
function sameHow(size: number, reach: number, stride: number, total: number): string {
  return stride === 1 && total % 2 === 0
    ? `⌊(${size} + 2·${total / 2} − ${reach})/1⌋ + 1`
    : `⌈${size}/${stride}⌉`;
}
