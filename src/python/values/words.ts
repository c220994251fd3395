import { formatDim } from '../sizes/size';
import { itemsOf, type Shape, type Value } from './value';

/** `(n_x, m)`, `(5,)`, `()`; `(?, 3)` where a size isn't known. */
export function formatDims(dims: NonNullable<Shape>): string {
  return dims.length === 1 ? `(${formatDim(dims[0])},)` : `(${dims.map(formatDim).join(', ')})`;
}

/** What a person is told of a value: its shape, or for a size its formula. Undefined where there is nothing to tell. */
export function shapeWords(value: Value): string | undefined {
  switch (value.kind) {
    case 'array':
      return value.shape && formatDims(value.shape);
    case 'int':
      return value.size === undefined ? undefined : formatDim(value.size);
    case 'tuple':
    case 'list': {
      const items = itemsOf(value);
      if (!items || items.length > 16) return undefined;
      const words = items.map(item => shapeWords(item) ?? '?');
      if (words.every(word => word === '?')) return undefined;
      return value.kind === 'list'
        ? `[${words.join(', ')}]`
        : words.length === 1
          ? `(${words[0]},)`
          : `(${words.join(', ')})`;
    }
    default:
      return undefined;
  }
}
