import { type Dim, keyOf } from '../sizes/size';
import type { Value } from './value';

/** Whether code and messages can't tell two values apart. What has cells is only the same as itself. */
export function interchangeable(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a?.origin?.span !== b?.origin?.span || a?.origin?.words !== b?.origin?.words) return false;
  switch (a?.kind) {
    case 'none':
    case 'ellipsis':
      return b?.kind === a.kind;
    case 'bool':
    case 'float':
    case 'string':
      return b?.kind === a.kind && a.value === b.value;
    case 'int':
      return b?.kind === 'int' && sameDim(a.size, b.size);
    case 'unknown':
      return (
        b?.kind === 'unknown' &&
        sameDim(a.size, b.size) &&
        a.lists?.length === b.lists?.length &&
        (a.lists ?? []).every((cells, i) => cells === b.lists![i])
      );
    case 'module':
      return b?.kind === 'module' && a.name === b.name;
    case 'op':
      return b?.kind === 'op' && a.entry === b.entry && a.name === b.name && interchangeable(a.self, b.self);
    case 'tuple':
      return (
        b?.kind === 'tuple' &&
        a.fields?.join() === b.fields?.join() &&
        a.items.length === b.items.length &&
        a.items.every((item, i) => interchangeable(item, b.items[i]))
      );
    case 'array': {
      if (b?.kind !== 'array' || a.type !== b.type || a.dtype !== b.dtype) return false;
      const [facts, others] = [a.facts ?? {}, b.facts ?? {}];
      const keys = Object.keys(facts);
      return (
        a.shape?.length === b.shape?.length &&
        (a.shape ?? []).every((dim, i) => sameDim(dim, b.shape?.[i])) &&
        keys.join() === Object.keys(others).join() &&
        keys.every(key => interchangeable(facts[key], others[key]))
      );
    }
    case 'list':
      return b?.kind === 'list' && a.cells === b.cells;
    case 'dict':
      return b?.kind === 'dict' && a.cells === b.cells;
    case 'instance':
      return b?.kind === 'instance' && a.of === b.of && a.attributes === b.attributes;
    default:
      return false;
  }
}

function sameDim(a: Dim, b: Dim): boolean {
  return a === b || (a !== undefined && b !== undefined && keyOf(a) === keyOf(b));
}
