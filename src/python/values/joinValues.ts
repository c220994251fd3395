import { compareSizes } from '../sizes/compareSizes';
import type { Dim } from '../sizes/size';
import { sameLists, sameValue } from './sameValue';
import {
  bool,
  float,
  int,
  type ListState,
  type Lists,
  listsOf,
  type Shape,
  string,
  unknown,
  type Value,
} from './value';

/** What is one of more lists than this is unknown. */
const most = 4;

/** What is true of both: the value after two branches of which either may have run. */
export function joinValues(a: Value, b: Value): Value {
  if (a === b) return a;
  const [lists, others] = [listsOf(a), listsOf(b)];
  if (lists && others && !sameValue(a, b)) return oneOf(lists, others);
  if (a.kind !== b.kind) return unknown;
  const joined = join(a, b);
  // where it came from is only known where both came from there
  return joined.origin && !sameOrigin(a, b) ? { ...joined, origin: undefined } : joined;
}

function sameOrigin({ origin: a }: Value, { origin: b }: Value): boolean {
  return a === b || (a?.span === b?.span && a?.words === b?.words);
}

export function joinShapes(a: Shape, b: Shape): Shape {
  if (!a || !b || a.length !== b.length) return undefined;
  const joined = a.map((dim, i) => joinDims(dim, b[i]));
  return joined.every((dim, i) => dim === a[i]) ? a : joined;
}

export function joinDims(a: Dim, b: Dim): Dim {
  return compareSizes(a, b) === 'same' ? a : undefined;
}

export function joinLists(a: ListState, b: ListState): ListState {
  if (a === b) return a;
  if (a.items && b.items && a.items.length === b.items.length) {
    const others = b.items;
    return { items: a.items.map((item, i) => joinValues(item, others[i]!)), each: unknown };
  }
  const all = [...(a.items ?? [a.each]), ...(b.items ?? [b.each])];
  return { each: all.length === 0 ? unknown : all.reduce(joinValues) };
}

/** What they hold now in common. */
export function stateOf(lists: Lists): ListState {
  return lists.map(cells => cells.get('') ?? { each: unknown }).reduce(joinLists);
}

/**
 * What is one of the lists of either. Of lists that are made in each turn of a loop a third that says nothing more is left
 * out, so that the turns can come to an end: the two that are there stand for it.
 */
export function oneOf(a: Lists, b: Lists): Value {
  const [longer, shorter] = a.length < b.length ? [b, a] : [a, b];
  const all = [...longer];
  for (const cells of shorter) {
    if (all.includes(cells)) continue;
    if (all.length > 1 && sameLists(stateOf(all), stateOf([...all, cells]))) continue;
    all.push(cells);
  }
  return all.length > most ? unknown : { kind: 'unknown', lists: all };
}

const anyInt = int(undefined);
const anyBool = bool();
const anyFloat = float();
const anyString = string();

function join(a: Value, b: Value): Value {
  if (sameValue(a, b)) return a;
  switch (a.kind) {
    case 'array': {
      if (b.kind !== 'array' || a.type !== b.type) return unknown;
      const { dtype: _, facts: __, ...rest } = a;
      const shape = joinShapes(a.shape, b.shape);
      if (shape === a.shape && !a.facts && (a.dtype === undefined || a.dtype === b.dtype)) return a;
      return a.dtype !== undefined && a.dtype === b.dtype
        ? { ...rest, shape, dtype: a.dtype }
        : { ...rest, shape };
    }
    case 'int':
      return anyInt;
    case 'tuple': {
      if (b.kind !== 'tuple' || a.items.length !== b.items.length) return unknown;
      const others = b.items;
      return { kind: 'tuple', items: a.items.map((item, i) => joinValues(item, others[i]!)) };
    }
    case 'bool':
      return anyBool;
    case 'float':
      return anyFloat;
    case 'string':
      return anyString;
    default:
      return unknown;
  }
}
