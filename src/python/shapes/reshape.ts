import { type Comparison, compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, divideExactly, isNumber, product } from '../sizes/size';

export interface Reshaped {
  readonly shape: readonly Dim[];
  /** The number of elements before and asked for, where they can't be equal. */
  readonly clash?: { readonly has: Dim; readonly asked: Dim; readonly certainty: Comparison };
}

/** A shape made into another, of which one size may be -1: it is worked out. */
export function reshape(from: readonly Dim[] | undefined, to: readonly Dim[]): Reshaped {
  const open = to.indexOf(-1);
  const has = from && product(from);
  const asked = product(to.filter((_, i) => i !== open));
  if (open < 0) {
    const certainty = compareSizes(has, asked);
    return isDifferent(certainty) ? { shape: to, clash: { has, asked, certainty } } : { shape: to };
  }
  const filled = (size: Dim) => to.map((dim, i) => (i === open ? size : dim));
  if (has === undefined || asked === undefined) return { shape: filled(openSize(from, to)) };
  if (isNumber(has) && isNumber(asked) && (asked === 0 || has % asked !== 0)) {
    return { shape: filled(undefined), clash: { has, asked, certainty: 'different' } };
  }
  return { shape: filled(divideExactly(has, asked)) };
}

/** `x.reshape(x.shape[0], -1)` where a size of x isn't known: what is left when equal sizes are taken from both. */
function openSize(from: readonly Dim[] | undefined, to: readonly Dim[]): Dim {
  if (!from) return undefined;
  const left = [...from];
  for (const dim of to) {
    if (dim === -1 || dim === 1) continue;
    const at = left.findIndex(size => compareSizes(size, dim) === 'same');
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return product(left);
}
