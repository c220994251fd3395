import { isNumber } from '../../sizes/size';
import type { Expression } from '../../syntax/ast';
import { joinValues } from '../../values/joinValues';
import {
  int,
  itemsOf,
  keyOfValue,
  list,
  listOf,
  listState,
  tuple,
  unknown,
  unknownKey,
  type Value,
} from '../../values/value';
import { formatDims } from '../../values/words';
import { applyEntry } from '../calls/applyEntry';
import { forgetLists } from '../forgetLists';
import type { Argument, Frame, Machine } from '../machine';

/** `of[index]`. */
export function readSubscript(
  machine: Machine,
  of: Value,
  index: Value,
  node: Expression & { readonly kind: 'subscript' },
  frame: Frame,
): Value {
  switch (of.kind) {
    case 'tuple':
    case 'list':
    case 'range':
      return fromSequence(machine, of, index, node);
    case 'dict': {
      const key = keyOfValue(index);
      if (key === undefined)
        return [...of.cells.values()].reduce<Value | undefined>(joined, undefined) ?? unknown;
      return of.cells.get(key) ?? unknown;
    }
    case 'array':
    case 'instance':
    case 'string':
      return method(machine, of, '__getitem__', [{ value: index, node: node.index }], node, frame);
    default:
      return unknown;
  }
}

/** `of[index] = value`. */
export function writeSubscript(
  machine: Machine,
  of: Value,
  index: Value,
  value: Argument,
  node: Expression & { readonly kind: 'subscript' },
  frame: Frame,
): void {
  forgetLists(machine, of);
  if (of.kind === 'dict') {
    const key = keyOfValue(index);
    if (key !== undefined) machine.store.set(of.cells, key, value.value);
    else {
      // it may be any of them
      for (const [name, held] of of.cells) machine.store.set(of.cells, name, joinValues(held, value.value));
      machine.store.set(of.cells, unknownKey, unknown);
    }
  } else if (of.kind === 'list') {
    const state = listState(of);
    const at = index.kind === 'int' && isNumber(index.size) ? index.size : undefined;
    const items = state.items && [...state.items];
    const place = at !== undefined && items ? (at < 0 ? at + items.length : at) : -1;
    if (items && place >= 0 && place < items.length) {
      items[place] = value.value;
      machine.store.set(of.cells, '', { items, each: unknown });
    } else if (index.kind === 'slice') machine.store.set(of.cells, '', { each: unknown });
    else {
      const all = [...(items ?? [state.each]), value.value];
      machine.store.set(
        of.cells,
        '',
        items
          ? { items: items.map(item => joinValues(item, value.value)), each: unknown }
          : { each: all.reduce(joinValues) },
      );
    }
  } else if (of.kind === 'array' || of.kind === 'instance') {
    method(machine, of, '__setitem__', [{ value: index, node: node.index }, value], node, frame);
  }
}

function method(
  machine: Machine,
  of: Value,
  name: string,
  args: readonly Argument[],
  node: Expression & { readonly kind: 'subscript' },
  frame: Frame,
): Value {
  const site = { span: node, frame, written: '' };
  const self: Argument = { value: of, node: node.of };
  const type = of.kind === 'array' ? of.type : of.kind === 'instance' ? of.of.name : 'str';
  const found = machine.registry.member(type, name);
  if (found) {
    return applyEntry(
      machine,
      found.entry,
      found.name,
      { positional: [self, ...args], named: new Map(), complete: true },
      site,
    );
  }
  const own = of.kind === 'instance' ? of.of.members.get(name) : undefined;
  if (own?.kind !== 'function') return unknown;
  return machine.invoke({ ...own, self: of }, { positional: args, named: new Map(), complete: true }, site);
}

function fromSequence(
  machine: Machine,
  of: Value & { readonly kind: 'tuple' | 'list' | 'range' },
  index: Value,
  node: Expression,
): Value {
  const items = itemsOf(of);
  if (index.kind === 'slice') {
    const cut = items && sliceItems(items, index);
    if (cut) return of.kind === 'tuple' ? tuple(cut) : list(cut);
    if (of.kind !== 'list') return unknown;
    const all = items ?? [listState(of).each];
    return all.length === 0 ? unknown : listOf(all.reduce(joinValues));
  }
  const at =
    index.kind === 'int'
      ? index.size
      : index.kind === 'bool' && index.value !== undefined
        ? Number(index.value)
        : undefined;
  if (!items) return of.kind === 'range' ? int(undefined) : of.kind === 'list' ? listState(of).each : unknown;
  if (!isNumber(at)) return items.length === 0 ? unknown : items.reduce(joinValues);
  const place = at < 0 ? at + items.length : at;
  const found = items[place];
  if (found !== undefined) return found;
  if (of.kind === 'tuple') {
    const text = machine.module.text.slice(node.start, node.end);
    const isShape = /\.shape\s*\[[^\]]*\]$/.test(text);
    if (isShape) {
      machine.report(node, {
        code: 'index-out-of-range',
        message: `The shape is ${formatDims(items.map(item => (item.kind === 'int' ? item.size : undefined)))}: it has ${items.length === 1 ? 'one size' : `${items.length} sizes`}, so there is no size ${at}.`,
      });
    }
  }
  return unknown;
}

function sliceItems(
  items: readonly Value[],
  { lower, upper, step }: Value & { readonly kind: 'slice' },
): readonly Value[] | undefined {
  const bounds = [lower, upper, step].map(part =>
    part.kind === 'none' ? null : part.kind === 'int' && isNumber(part.size) ? part.size : undefined,
  );
  if (bounds.includes(undefined)) return undefined;
  const [from, to, by] = bounds as (number | null)[];
  const stride = by ?? 1;
  if (stride === 0) return undefined;
  if (stride < 0) {
    return from === null && to === null && stride === -1 ? [...items].reverse() : undefined;
  }
  return items.slice(from ?? 0, to ?? undefined).filter((_, i) => i % stride === 0);
}

function joined(a: Value | undefined, b: Value): Value {
  return a === undefined ? b : joinValues(a, b);
}
