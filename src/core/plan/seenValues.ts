import type { Floats } from '../kernels/floats';
import { transpose } from './transpose';

/** An array that may lie in memory in another order than that of its shape: see `ParameterShape.axes`. */
interface Laid {
  readonly shape: readonly number[];
  readonly axes?: readonly number[];
}

/** A copy of values of memory in the order of the shape, as people, seeds and files see them. */
export function seenValues({ shape, axes }: Laid, memory: Floats): Floats {
  const seen = memory.slice();
  if (axes) {
    const back = axes.map((_, axis) => axes.indexOf(axis));
    transpose(
      memory,
      axes.map(axis => shape[axis]!),
      back,
      seen,
    );
  }
  return seen;
}

/** Writes values that are in the order of the shape into memory. */
export function writeSeen({ shape, axes }: Laid, seen: Floats, memory: Floats): void {
  if (axes) transpose(seen, shape, axes, memory);
  else memory.set(seen);
}
