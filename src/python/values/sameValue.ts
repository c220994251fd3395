import { compareSizes } from '../sizes/compareSizes';
import type { Dim } from '../sizes/size';
import type { ArrayValue, ListState, Lists, Shape, Value } from './value';

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
