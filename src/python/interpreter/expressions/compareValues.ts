import { compareSizes } from '../../sizes/compareSizes';
import { isNumber, minus } from '../../sizes/size';
import type { Expression } from '../../syntax/ast';
import { bool, itemsOf, keyOfValue, unknown, unknownKey, type Value } from '../../values/value';
import type { Frame, Machine } from '../machine';
import { binary } from './operators';

/** `a == b` and the like. */
export function compareValues(
  machine: Machine,
  operator: string,
  a: Value,
  b: Value,
  node: Expression,
  frame: Frame,
): Value {
  switch (operator) {
    case 'is':
      return bool(isSame(a, b));
    case 'is not':
      return bool(not(isSame(a, b)));
    case 'in':
      return bool(isIn(a, b));
    case 'not in':
      return bool(not(isIn(a, b)));
  }
  if (a.kind === 'array' || b.kind === 'array') return binary(machine, operator, a, b, node, frame);
  // of what isn't known the answer may be an array
  if (!isComparable(a) || !isComparable(b)) return unknown;
  switch (operator) {
    case '==':
      return bool(areEqual(a, b));
    case '!=':
    case '<>':
      return bool(not(areEqual(a, b)));
    case '<':
      return bool(isLess(a, b));
    case '>':
      return bool(isLess(b, a));
    case '<=':
      return bool(not(isLess(b, a)));
    case '>=':
      return bool(not(isLess(a, b)));
  }
  return bool();
}

/** Undefined where it depends on sizes that may be anything. */
export function areEqual(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'int' && b.kind === 'int') {
    const compared = compareSizes(a.size, b.size);
    return compared === 'same' ? true : compared === 'different' ? false : undefined;
  }
  const [items, others] = [a.kind === b.kind && itemsOf(a), a.kind === b.kind && itemsOf(b)];
  if (items && others) {
    if (items.length !== others.length) return false;
    const equal = items.map((item, i) => areEqual(item, others[i]!));
    return equal.includes(false) ? false : equal.includes(undefined) ? undefined : true;
  }
  if ((a.kind === 'string' && b.kind === 'string') || (a.kind === 'bool' && b.kind === 'bool')) {
    return a.value === undefined || b.value === undefined ? undefined : a.value === b.value;
  }
  if (isPlain(a) && isPlain(b) && a.kind !== b.kind && !(isNumeric(a) && isNumeric(b))) return false;
  if (a.kind === 'none' && b.kind === 'none') return true;
  if (a.kind === 'module' && b.kind === 'module') return a.name === b.name ? true : undefined;
  return undefined;
}

function isSame(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined;
  if (a.kind === 'none' || b.kind === 'none') return a.kind === b.kind;
  return areEqual(a, b);
}

function isIn(item: Value, holder: Value): boolean | undefined {
  if (holder.kind === 'dict') {
    const key = keyOfValue(item);
    if (key === undefined) return undefined;
    return holder.cells.has(key) ? true : holder.cells.has(unknownKey) ? undefined : false;
  }
  const items = itemsOf(holder);
  if (!items) return undefined;
  const equal = items.map(each => areEqual(each, item));
  return equal.includes(true) ? true : equal.includes(undefined) ? undefined : false;
}

/** a < b where that is certain. */
function isLess(a: Value, b: Value): boolean | undefined {
  const difference = a.kind === 'int' && b.kind === 'int' ? minus(a.size, b.size) : undefined;
  if (difference !== undefined) return isNumber(difference) ? difference < 0 : undefined;
  const [left, right] = [numberOf(a), numberOf(b)];
  return left === undefined || right === undefined ? undefined : left < right;
}

function numberOf(value: Value): number | undefined {
  if (value.kind === 'float') return value.value;
  return value.kind === 'int' && isNumber(value.size) ? value.size : undefined;
}

function isComparable({ kind }: Value): boolean {
  return kind !== 'unknown' && kind !== 'module' && kind !== 'instance';
}

function isNumeric({ kind }: Value): boolean {
  return kind === 'int' || kind === 'float' || kind === 'bool';
}

function isPlain(value: Value): boolean {
  return isNumeric(value) || value.kind === 'string' || value.kind === 'none' || value.kind === 'tuple';
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
