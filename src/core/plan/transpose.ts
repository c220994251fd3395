import type { Floats } from '../kernels/floats';

/**
 * `into` gets the values of `from`, of this shape and row after row, with its sizes in the order `axes`: what
 * `np.transpose(from, axes)` holds.
 */
export function transpose(
  from: Floats,
  shape: readonly number[],
  axes: readonly number[],
  into: Floats,
): void {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const sizes = axes.map(axis => shape[axis]!);
  const steps = axes.map(axis => strides[axis]!);
  const index = sizes.map(() => 0);
  let at = 0;
  for (let i = 0; i < into.length; i++) {
    into[i] = from[at]!;
    // as an odometer: the last size turns fastest, and each that comes round turns the one before
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      at += steps[axis]!;
      if (++index[axis]! < sizes[axis]!) break;
      at -= steps[axis]! * sizes[axis]!;
      index[axis] = 0;
    }
  }
}
