import { isNumber } from '../sizes/size';
import { joinValues, stateOf } from './joinValues';
import {
  heldKey,
  int,
  itemsOf,
  listState,
  string,
  unknown,
  unknownKey,
  type Value,
  valueOfKey,
} from './value';

/** What a loop over the value gives each time, in common. */
export function elementOf(value: Value): Value {
  switch (value.kind) {
    case 'range':
      return int(undefined);
    case 'list':
    case 'tuple': {
      const items = itemsOf(value);
      if (!items) return value.kind === 'list' ? listState(value).each : unknown;
      return items.length === 0 ? unknown : items.reduce(joinValues);
    }
    case 'array':
      if (value.dtype === 'object' && value.shape?.length === 1) return unknown;
      return value.shape && value.shape.length > 0
        ? {
            kind: 'array',
            type: value.type,
            shape: value.shape.slice(1),
            dtype: value.dtype,
          }
        : unknown;
    case 'unknown': {
      if (!value.lists) return unknown;
      const { items, each } = stateOf(value.lists);
      return items && items.length > 0 ? items.reduce(joinValues) : each;
    }
    case 'string':
      return string();
    case 'instance': {
      const held = value.attributes.get(heldKey);
      return held ? elementOf(held) : unknown;
    }
    default:
      return unknown;
  }
}

/** Each turn of a loop, where they are known and few. */
export function turnsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'dict') {
    if (value.cells.has(unknownKey)) return undefined;
    return [...value.cells.keys()].map(valueOfKey);
  }
  return itemsOf(value);
}

/** How many turns a loop over the value takes, where that is known. */
export function turnCountOf(value: Value): number | undefined {
  if (value.kind !== 'range') return turnsOf(value)?.length;
  const { start, stop, step } = value;
  if (!isNumber(start) || !isNumber(stop) || !isNumber(step) || step === 0) return undefined;
  return Math.max(0, Math.ceil((stop - start) / step));
}
