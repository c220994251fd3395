import type { Dim } from '../../shape';
import { bothSides, type PaddingField } from './fields';
import type { PlacesFields } from './placesOf';

/** One side of what a transposed convolution gives. */
export interface Unfolded {
  readonly size: number;
  /** What is cut off before the first number. */
  readonly before: number;
  readonly how: string;
}

/**
 * n = (n_prev − 1)·s − 2p + d·(f − 1) + 1, the size of which a convolution with these fields gives n_prev; of 'same' n_prev·s, cut off
 * as that pads.
 */
function unfolded(
  size: Dim,
  kernel: number,
  stride: number,
  dilation: number,
  padding: 'valid' | 'same' | number,
): Unfolded | undefined {
  if (typeof size !== 'number') return undefined;
  const reach = (kernel - 1) * dilation + 1;
  if (padding === 'same') {
    const total = Math.max(0, reach - stride);
    return { size: size * stride, before: Math.floor(total / 2), how: `${size}·${stride}` };
  }
  const each = padding === 'valid' ? 0 : padding;
  const cut = each === 0 ? '' : ` − 2·${each}`;
  return {
    size: (size - 1) * stride - 2 * each + reach,
    before: each,
    how: `(${size} − 1)·${stride}${cut} + ${reach}`,
  };
}

export function bothUnfolded(
  sizes: readonly [Dim, Dim],
  { kernelSize, stride, dilation, padding }: PlacesFields,
): readonly [Unfolded | undefined, Unfolded | undefined] {
  const paddings = sidesOf(padding);
  const one = (i: 0 | 1) =>
    unfolded(sizes[i], bothSides(kernelSize)[i], bothSides(stride)[i], bothSides(dilation)[i], paddings[i]);
  return [one(0), one(1)];
}

function sidesOf(padding: PaddingField): readonly ['valid' | 'same' | number, 'valid' | 'same' | number] {
  return typeof padding === 'string' ? [padding, padding] : bothSides(padding);
}
