/** One size of an array: a number, or the name of a size that isn't known yet, such as `m` or `n_x`. */
export type Dim = number | string;

/** The sizes of an array, outermost first, as NumPy prints them. */
export type Shape = readonly Dim[];

/** A size with the symbol the notes give it: `{ symbol: 'n_h', size: 4 }`. A fixed size has its number as symbol. */
export interface NamedDim {
  readonly symbol: string;
  readonly size: Dim;
}

/** Sizes with their symbols, outermost first. */
export type NamedShape = readonly NamedDim[];

/** The sizes alone. */
export function sizesOf(shape: NamedShape): Dim[] {
  return shape.map(({ size }) => size);
}

/** `(4, 2)`, and `(4,)` for one size, as Python writes a tuple. */
export function formatShape(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** `(n_h, n_x) = (4, 2)`, or only the symbols where the sizes say nothing more. */
export function formatNamedShape(dims: NamedShape): string {
  const symbols = formatShape(dims.map(dim => dim.symbol));
  const sizes = formatShape(dims.map(dim => dim.size));
  return symbols === sizes ? symbols : `${symbols} = ${sizes}`;
}

/** The number of elements, or undefined where a size isn't known. The empty shape holds one element. */
export function elementCount(shape: Shape): number | undefined {
  let count = 1;
  for (const dim of shape) {
    if (typeof dim !== 'number') return undefined;
    count *= dim;
  }
  return count;
}

/**
 * The shape of a whole batch whose examples have shape `features`: `(n, m)` for a vector, one example a column, as
 * in the notes; `(m, …)` for images and sequences, one example a row, as their files hold them.
 */
export function batchShape(features: Shape, m: Dim = 'm'): Shape {
  return inBatch(features, m);
}

/** The same with symbols. */
export function namedBatch(features: NamedShape, m: Dim = 'm'): NamedDim[] {
  return inBatch(features, { symbol: 'm', size: m });
}

function inBatch<D>(features: readonly D[], m: D): D[] {
  return features.length === 1 ? [features[0]!, m] : [m, ...features];
}

/** Whether two shapes may be one: a size that isn't known yet, which is a symbol, may be any. */
export function agreeing(a: Shape, b: Shape): boolean {
  return (
    a.length === b.length &&
    a.every((dim, i) => dim === b[i] || typeof dim === 'string' || typeof b[i] === 'string')
  );
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((dim, i) => dim === b[i]);
}
