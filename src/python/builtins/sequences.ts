import type { Family } from '../ops/entry';
import { isNumber } from '../sizes/size';
import { elementOf, turnsOf } from '../values/elements';
import { joinValues } from '../values/joinValues';
import {
  int,
  itemsOf,
  list,
  listOf,
  listState,
  tuple,
  unknown,
  unknownKey,
  type Value,
} from '../values/value';

export const sequences: Family = {
  title: 'Sequences',
  about: 'Lengths, ranges, and the loops over them.',
  entries: [
    {
      kind: 'function',
      names: ['builtins.len'],
      parameters: 'of',
      rule: call => {
        const { of } = call.args;
        if (of?.kind === 'instance') {
          const method = call.attribute(of, '__len__');
          if (method.kind === 'function' || method.kind === 'op') return call.invoke(method, []);
        }
        if (of?.kind === 'array') return int(of.shape?.[0]);
        if (of?.kind === 'dict') return int(of.cells.has(unknownKey) ? undefined : of.cells.size);
        if (of?.kind === 'string') return int(of.value?.length);
        return int(of && itemsOf(of)?.length);
      },
    },
    {
      kind: 'function',
      names: ['builtins.range', 'builtins.xrange'],
      parameters: 'start, stop=None, step=None',
      rule: ({ args: { start, stop, step } }) => {
        const size = (value: Value | undefined) => (value?.kind === 'int' ? value.size : undefined);
        return stop
          ? { kind: 'range', start: size(start), stop: size(stop), step: step ? size(step) : 1 }
          : { kind: 'range', start: 0, stop: size(start), step: 1 };
      },
    },
    {
      kind: 'function',
      names: ['builtins.iter', 'tqdm.tqdm', 'tqdm.auto.tqdm', 'tqdm.notebook.tqdm', 'tqdm.tqdm_notebook'],
      parameters: 'of=None, *rest, **extra',
      rule: ({ args: { of } }) => of ?? unknown,
    },
    {
      kind: 'function',
      names: ['builtins.next'],
      parameters: 'of, standard=None',
      // how often it was asked before isn't known
      rule: ({ args: { of } }) => (of ? elementOf(of) : unknown),
    },
    {
      kind: 'function',
      names: ['builtins.enumerate'],
      parameters: 'of, start=0',
      rule: ({ args: { of, start } }) => {
        const turns = of && turnsOf(of);
        const first = start ? (start.kind === 'int' && isNumber(start.size) ? start.size : undefined) : 0;
        return turns
          ? list(turns.map((item, i) => tuple([int(first === undefined ? undefined : first + i), item])))
          : listOf(tuple([int(undefined), of ? elementOf(of) : unknown]));
      },
    },
    {
      kind: 'function',
      names: ['builtins.zip'],
      parameters: '*of, strict=False',
      rule: ({ rest }) => {
        const all = rest.map(turnsOf);
        if (all.length > 0 && all.every(turns => turns !== undefined)) {
          const length = Math.min(...all.map(turns => turns!.length));
          return list(Array.from({ length }, (_, i) => tuple(all.map(turns => turns![i]!))));
        }
        return listOf(tuple(rest.map(elementOf)));
      },
    },
    {
      kind: 'function',
      names: ['builtins.list', 'builtins.tuple'],
      parameters: 'of=None',
      rule: ({ args: { of }, name }) => {
        const turns = of ? turnsOf(of) : [];
        if (turns) return name.endsWith('tuple') ? tuple(turns) : list(turns);
        return name.endsWith('list') && of && of.kind !== 'unknown' ? listOf(elementOf(of)) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['builtins.reversed', 'builtins.sorted'],
      parameters: 'of, key=None, reverse=False',
      rule: ({ args: { of }, name }) => {
        const turns = of && turnsOf(of);
        if (!turns) return of?.kind === 'list' ? listOf(listState(of).each) : unknown;
        if (name.endsWith('reversed')) return list([...turns].reverse());
        return turns.length === 0 ? list([]) : list(turns.map(() => turns.reduce(joinValues)));
      },
    },
    {
      kind: 'function',
      names: ['builtins.map'],
      parameters: 'f, *of',
      rule: call => {
        const all = call.rest.map(turnsOf);
        const { f } = call.args;
        if (!f || all.length !== 1 || !all[0] || all[0].length > 32) return unknown;
        return list(all[0].map(item => call.invoke(f, [item])));
      },
    },
  ],
};
