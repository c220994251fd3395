import type { Comparison } from '../../sizes/compareSizes';
import { compareSizes, isDifferent } from '../../sizes/compareSizes';
import type { Dim } from '../../sizes/size';

/** How data differ from what a model takes. */
export interface Misfit {
  readonly certainty: Comparison;
  /** The axis that differs; absent where the number of sizes does. */
  readonly axis?: number;
}

/**
 * Data as Keras passes them to an input: an axis of 1 at the end is put in or taken out where that gives the input's
 * number of sizes.
 */
export function adjusted(data: readonly Dim[], input: readonly Dim[]): readonly Dim[] {
  if (data.length === input.length - 1 && input.at(-1) === 1) return [...data, 1];
  if (data.length === 1 && input.length === 2) return [...data, 1];
  if (data.length === input.length + 1 && data.at(-1) === 1) return data.slice(0, -1);
  return data;
}

/** Whether data can't be given to an input; the number of examples is left out. */
export function misfit(given: readonly Dim[], input: readonly Dim[]): Misfit | undefined {
  const data = adjusted(given, input);
  if (data.length !== input.length) return { certainty: 'different' };
  let found: Misfit | undefined;
  for (const [axis, dim] of input.entries()) {
    if (axis === 0) continue;
    const certainty = compareSizes(dim, data[axis]);
    if (certainty === 'different') return { certainty, axis };
    if (isDifferent(certainty)) found ??= { certainty, axis };
  }
  return found;
}
