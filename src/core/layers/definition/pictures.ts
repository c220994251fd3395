import type { Dim, NamedDim, NamedShape } from '../../shape';
import type { SizeSymbols } from '../layer';

/** Height, width and channels; a grey picture may have no channels. */
export function pictureShape(sizes: readonly Dim[], { n_H, n_W, n_C }: SizeSymbols): NamedDim[] {
  return sizes.map((size, i) => ({ symbol: [n_H, n_W, n_C][i] ?? String(size), size }));
}

/** Whether a shape of one example is that of a picture: its sizes are named so. */
export function isPicture(shape: NamedShape): boolean {
  return /^n_H\d*$/.test(shape[0]?.symbol ?? '') && /^n_W\d*$/.test(shape[1]?.symbol ?? '');
}

/** Whether it is that of a series, (T, n): steps, and the values of each. */
export function isSeries(shape: NamedShape): boolean {
  return shape.length === 2 && /^T(_|\d|$)/.test(shape[0]!.symbol);
}

/**
 * Whether nothing is known but that there are values, as of an input without data: then it may be a picture as well as a
 * vector.
 */
export function isUnsized(shape: NamedShape): boolean {
  return shape.length === 1 && typeof shape[0]!.size === 'string';
}

/** `28 × 28 × 3`. */
export function formatSides(shape: NamedShape): string {
  return shape.map(({ size }) => size).join(' × ');
}
