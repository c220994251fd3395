import type { Call } from '../ops/call';
import { copied } from '../ops/copied';
import type { Family } from '../ops/entry';
import { numberArgument } from '../ops/readArguments';
import { elementOf } from '../values/elements';
import { joinLists, joinValues, stateOf } from '../values/joinValues';
import { int, itemsOf, type ListState, listState, listsOf, none, unknown, type Value } from '../values/value';

/** Longer lists are known by what their items have in common. */
const longest = 512;

function change(call: Call, how: (state: ListState) => ListState): Value {
  const { self } = call.args;
  if (self?.kind === 'list') call.set(self.cells, '', how(listState(self)));
  else
    for (const cells of (self && listsOf(self)) ?? []) {
      const before = stateOf([cells]);
      call.set(cells, '', joinLists(before, how(before)));
    }
  return none;
}

function more({ items, each }: ListState, added: readonly Value[]): ListState {
  if (items && items.length + added.length <= longest) return { items: [...items, ...added], each: unknown };
  const all = [...(items ?? [each]), ...added];
  return { each: all.length === 0 ? unknown : all.reduce(joinValues) };
}

export const lists: Family = {
  title: 'Lists',
  about: 'What is appended, inserted and taken out.',
  entries: [
    {
      kind: 'function',
      names: ['list.append'],
      parameters: 'self, item',
      rule: call => change(call, state => more(state, [call.args.item!])),
    },
    {
      kind: 'function',
      names: ['list.extend'],
      parameters: 'self, items',
      rule: call =>
        change(call, state => {
          const added = itemsOf(call.args.items!);
          return added ? more(state, added) : joinLists(state, { each: elementOf(call.args.items!) });
        }),
    },
    {
      kind: 'function',
      names: ['list.insert'],
      parameters: 'self, at, item',
      rule: call =>
        change(call, state => {
          const at = numberArgument(call.args.at);
          if (!state.items || at === undefined) return joinLists(state, { each: call.args.item! });
          return { items: state.items.toSpliced(at, 0, call.args.item!), each: unknown };
        }),
    },
    {
      kind: 'function',
      names: ['list.pop'],
      parameters: 'self, at=-1',
      rule: call => {
        const { self } = call.args;
        if (self?.kind !== 'list') return unknown;
        const { items, each } = listState(self);
        const at = call.args.at ? numberArgument(call.args.at) : -1;
        if (!items || at === undefined) {
          call.set(
            self.cells,
            '',
            items ? { each: items.length > 0 ? items.reduce(joinValues) : unknown } : { each },
          );
          return items ? unknown : each;
        }
        call.set(self.cells, '', { items: items.toSpliced(at, 1), each: unknown });
        return items.at(at) ?? unknown;
      },
    },
    {
      kind: 'function',
      names: ['list.reverse'],
      parameters: 'self',
      rule: call =>
        change(call, ({ items, each }) => (items ? { items: [...items].reverse(), each } : { each })),
    },
    {
      kind: 'function',
      names: ['list.clear'],
      parameters: 'self',
      rule: call => change(call, () => ({ items: [], each: unknown })),
    },
    {
      kind: 'function',
      names: ['list.remove', 'list.sort'],
      parameters: 'self, *rest, key=None, reverse=False',
      rule: call =>
        change(call, ({ items, each }) => ({
          each: items ? (items.length > 0 ? items.reduce(joinValues) : unknown) : each,
        })),
    },
    {
      kind: 'function',
      names: ['list.copy', 'dict.copy'],
      parameters: 'self',
      // the items themselves stay shared
      rule: ({ args: { self } }) => copied(self ?? unknown, 6),
    },
    {
      kind: 'function',
      names: ['list.index', 'list.count'],
      parameters: 'self, item',
      rule: () => int(undefined),
    },
  ],
};
