import type { Family } from '../ops/entry';
import {
  type DictValue,
  dict,
  itemsOf,
  keyOfValue,
  list,
  listOf,
  none,
  tuple,
  unknown,
  unknownKey,
  type Value,
  valueOfKey,
} from '../values/value';

function entriesOf(of: DictValue): readonly (readonly [Value, Value])[] | undefined {
  if (of.cells.has(unknownKey)) return undefined;
  return [...of.cells].map(([key, value]) => [valueOfKey(key), value]);
}

function listed(self: Value | undefined, each: (key: Value, value: Value) => Value): Value {
  if (self?.kind !== 'dict') return unknown;
  const entries = entriesOf(self);
  return entries ? list(entries.map(([key, value]) => each(key, value))) : listOf(unknown);
}

/** `[('conv', …), ('relu', …)]` as keys and values; undefined where they aren't all known. */
function pairsOf(of: Value): readonly (readonly [string, Value])[] | undefined {
  const pairs = itemsOf(of)?.map((item): readonly [string, Value] | undefined => {
    const [key, value, ...more] = itemsOf(item) ?? [];
    const name = key && keyOfValue(key);
    return name !== undefined && value && more.length === 0 ? [name, value] : undefined;
  });
  return pairs?.every(pair => pair !== undefined) ? (pairs as (readonly [string, Value])[]) : undefined;
}

export const dicts: Family = {
  title: 'Dicts',
  about: 'Values under keys that are known strings or numbers.',
  entries: [
    {
      kind: 'function',
      names: ['builtins.dict', 'collections.OrderedDict'],
      parameters: 'of=None, **named',
      rule: ({ args: { of }, extra }) => {
        const pairs = of && of.kind !== 'dict' ? pairsOf(of) : [];
        if (!pairs) return dict(extra, true);
        return dict([...(of?.kind === 'dict' ? of.cells : pairs), ...extra]);
      },
    },
    {
      kind: 'function',
      names: ['dict.get', 'dict.pop', 'dict.setdefault'],
      parameters: 'self, key, standard=None',
      rule: call => {
        const { self, key, standard } = call.args;
        if (self?.kind !== 'dict' || !key) return unknown;
        const name = keyOfValue(key);
        if (name === undefined) return unknown;
        const found = self.cells.get(name);
        if (call.name === 'dict.setdefault' && found === undefined && standard)
          call.set(self.cells, name, standard);
        if (found !== undefined) return found;
        return self.cells.has(unknownKey) ? unknown : (standard ?? none);
      },
    },
    {
      kind: 'function',
      names: ['dict.keys'],
      parameters: 'self',
      rule: ({ args }) => listed(args.self, key => key),
    },
    {
      kind: 'function',
      names: ['dict.values'],
      parameters: 'self',
      rule: ({ args }) => listed(args.self, (_, value) => value),
    },
    {
      kind: 'function',
      names: ['dict.items'],
      parameters: 'self',
      rule: ({ args }) => listed(args.self, (key, value) => tuple([key, value])),
    },
    {
      kind: 'function',
      names: ['dict.update'],
      parameters: 'self, of=None, **named',
      rule: call => {
        const { self, of } = call.args;
        if (self?.kind !== 'dict') return none;
        const sure = !of || of.kind === 'dict';
        for (const [key, value] of of?.kind === 'dict' ? [...of.cells, ...call.extra] : call.extra)
          call.set(self.cells, key, value);
        if (!sure) {
          for (const key of self.cells.keys()) call.set(self.cells, key, unknown);
          call.set(self.cells, unknownKey, unknown);
        }
        return none;
      },
    },
    {
      kind: 'function',
      names: ['dict.clear'],
      parameters: 'self',
      rule: call => {
        const { self } = call.args;
        if (self?.kind === 'dict') for (const key of self.cells.keys()) call.set(self.cells, key, unknown);
        if (self?.kind === 'dict') call.set(self.cells, unknownKey, unknown);
        return none;
      },
    },
  ],
};
