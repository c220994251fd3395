import { type Comparison, compareSizes } from '../sizes/compareSizes';
import { atomsOf, type Dim, isNumber } from '../sizes/size';

/** Two sizes that can't be paired. */
export interface Clash {
  readonly a: Dim;
  readonly b: Dim;
  readonly certainty: Comparison;
}

export interface Broadcast {
  readonly shape: readonly Dim[];
  readonly clash?: Clash;
}

/** The shape of an elementwise operation on both; NumPy's rule, which PyTorch and TensorFlow share. */
export function broadcast(a: readonly Dim[], b: readonly Dim[]): Broadcast {
  const rank = Math.max(a.length, b.length);
  let clash: Clash | undefined;
  const shape = Array.from({ length: rank }, (_, i): Dim => {
    const x = i < rank - a.length ? 1 : a[i - (rank - a.length)];
    const y = i < rank - b.length ? 1 : b[i - (rank - b.length)];
    if (x === 1) return y;
    if (y === 1) return x;
    const certainty = compareSizes(x, y);
    if (certainty === 'same') return x;
    if (isNumber(x) && isNumber(y)) clash ??= { a: x, b: y, certainty };
    else if (
      x !== undefined &&
      y !== undefined &&
      [...atomsOf(x), ...atomsOf(y)].every(({ general }) => general)
    ) {
      // a named size of 1 would broadcast, so it is never certain
      if (certainty !== 'unknown') clash ??= { a: x, b: y, certainty: 'different in general' };
    }
    // an unknown size beside a number above 1 is that number, or 1
    if (isNumber(x)) return x;
    if (isNumber(y)) return y;
    return undefined;
  });
  return clash ? { shape, clash } : { shape };
}
