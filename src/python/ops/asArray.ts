import { joinShapes, stateOf } from '../values/joinValues';
import {
  type ArrayValue,
  itemsOf,
  type Lists,
  type ListValue,
  list,
  listOf,
  listState,
  type Shape,
  type Value,
} from '../values/value';

/** What a library's functions take as an array: arrays, numbers, and lists of them. Undefined for anything else. */
export function asArray(value: Value | undefined, type: string): ArrayValue | undefined {
  if (!value) return undefined;
  if (value.kind === 'array') return value;
  const made = shapeIn(value, 0);
  if (!made) return undefined;
  return { kind: 'array', type, shape: made.shape, dtype: made.dtype };
}

interface Found {
  readonly shape: Shape;
  readonly dtype?: string;
}

function shapeIn(value: Value, depth: number): Found | undefined {
  switch (value.kind) {
    case 'int':
      return { shape: [], dtype: 'int64' };
    case 'float':
      return { shape: [], dtype: 'float64' };
    case 'bool':
      return { shape: [], dtype: 'bool' };
    case 'string':
      return { shape: [], dtype: 'str' };
    case 'array':
      return { shape: value.shape, dtype: value.dtype };
    case 'range':
    case 'tuple':
    case 'list':
      return inSequence(value, depth);
    case 'unknown':
      return value.lists && inSequence(held(value.lists), depth);
    default:
      return undefined;
  }
}

/** A list that holds what all of them have in common. */
function held(lists: Lists): ListValue {
  const { items, each } = stateOf(lists);
  return items ? list(items) : listOf(each);
}

function inSequence(
  value: Value & { readonly kind: 'range' | 'tuple' | 'list' },
  depth: number,
): Found | undefined {
  if (depth > 8) return undefined;
  const items = itemsOf(value);
  if (value.kind === 'range') return { shape: [items ? items.length : undefined], dtype: 'int64' };
  if (!items) {
    const each = value.kind === 'list' ? shapeIn(listState(value).each, depth + 1) : undefined;
    return each?.shape && { ...each, shape: [undefined, ...each.shape] };
  }
  if (items.length === 0) return { shape: [0], dtype: 'float64' };
  let all: Found | undefined;
  for (const item of items) {
    const each = shapeIn(item, depth + 1);
    // an item of which nothing is known may be of any rank
    if (!each?.shape) return { shape: undefined };
    if (!all) all = each;
    else {
      const dtype = all.dtype === each.dtype ? all.dtype : wider(all.dtype, each.dtype);
      const shape = joinShapes(all.shape, each.shape);
      // rows of several lengths make no array of numbers
      if (!shape || shape.some((dim, i) => dim === undefined && all?.shape?.[i] !== undefined))
        return { shape: undefined };
      all = { shape, dtype };
    }
  }
  return { shape: [items.length, ...all!.shape!], dtype: all!.dtype };
}

/** The type that holds both, as far as it matters here. */
export function wider(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === b) return a;
  const [x, y] = [order.indexOf(a), order.indexOf(b)];
  return x < 0 || y < 0 ? undefined : order[Math.max(x, y)];
}

const order = [
  'bool',
  'uint8',
  'int8',
  'int16',
  'int32',
  'int64',
  'float16',
  'float32',
  'float64',
  'complex128',
];
