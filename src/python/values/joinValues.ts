import { compareSizes } from '../sizes/compareSizes';
import type { Dim } from '../sizes/size';
import { type Lists, listsOf, oneOf } from './oneOfLists';
import {
  type ArrayValue,
  bool,
  float,
  int,
  type ListState,
  type Shape,
  string,
  unknown,
  type Value,
} from './value';

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

/** Whether a join would change nothing: `b` says no more and no less than `a`. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'array':
      return (
        b.kind === 'array' &&
        a.type === b.type &&
        a.dtype === b.dtype &&
        sameShape(a.shape, b.shape) &&
        sameFacts(a.facts, b.facts)
      );
    case 'int':
      return b.kind === 'int' && sameDim(a.size, b.size);
    case 'tuple':
      return (
        b.kind === 'tuple' &&
        a.items.length === b.items.length &&
        a.items.every((item, i) => sameValue(item, b.items[i]!))
      );
    case 'bool':
    case 'float':
    case 'string':
      return a.value === (b as typeof a).value;
    case 'unknown':
      return b.kind === 'unknown' && sameDim(a.size, b.size) && areOfSameLists(a.lists, b.lists);
    case 'none':
    case 'ellipsis':
      return true;
    case 'module':
      return b.kind === 'module' && a.name === b.name;
    case 'list':
      return b.kind === 'list' && a.cells === b.cells;
    case 'dict':
      return b.kind === 'dict' && a.cells === b.cells;
    case 'instance':
      return b.kind === 'instance' && a.attributes === b.attributes;
    case 'function':
      return b.kind === 'function' && a.body === b.body && a.scope === b.scope;
    case 'op':
      return b.kind === 'op' && a.entry === b.entry && a.self === b.self;
    case 'class':
      return b.kind === 'class' && a.members === b.members;
    case 'range':
      return (
        b.kind === 'range' && sameDim(a.start, b.start) && sameDim(a.stop, b.stop) && sameDim(a.step, b.step)
      );
    default:
      return false;
  }
}

function areOfSameLists(a: Lists | undefined, b: Lists | undefined): boolean {
  return a === b || (a?.length === b?.length && !!a?.every((cells, i) => cells === b![i]));
}

export function sameLists(a: ListState, b: ListState): boolean {
  if (a === b) return true;
  if (!a.items || !b.items) return !a.items && !b.items && sameValue(a.each, b.each);
  const others = b.items;
  return a.items.length === others.length && a.items.every((item, i) => sameValue(item, others[i]!));
}

function sameShape(a: Shape, b: Shape): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((dim, i) => sameDim(dim, b[i]));
}

function sameFacts(a: ArrayValue['facts'] = {}, b: ArrayValue['facts'] = {}): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => b[key] !== undefined && sameValue(a[key]!, b[key]))
  );
}

function sameDim(a: Dim, b: Dim): boolean {
  return a === b || compareSizes(a, b) === 'same';
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
