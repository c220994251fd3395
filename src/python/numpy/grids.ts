import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { joinAlong } from '../ops/joining';
import { dimsArgument } from '../ops/readArguments';
import { type Dim, isNumber } from '../sizes/size';
import { type ArrayValue, tuple, unknown, type Value } from '../values/value';

/** An object that is only there to be indexed: `np.c_[a, b]`. */
function indexed(name: string, rule: (call: Call, items: readonly Value[]) => Value): readonly Entry[] {
  const type = `numpy.lib.${name}`;
  return [
    {
      kind: 'value',
      names: [`numpy.${name}`],
      value: {
        kind: 'instance',
        of: { kind: 'class', name: type, bases: [], members: new Map() },
        attributes: new Map(),
      },
    },
    {
      kind: 'function',
      names: [`${type}.__getitem__`],
      parameters: 'self, index',
      rule: call => {
        const { index } = call.args;
        return index ? rule(call, index.kind === 'tuple' ? index.items : [index]) : unknown;
      },
    },
  ];
}

/** The arrays that are written in the brackets; undefined where there is a slice or a word among them. */
function arraysIn(items: readonly Value[]): readonly ArrayValue[] | undefined {
  const arrays = items.map(item => asArray(item, ndarray));
  return arrays.every(array => array?.shape && array.dtype !== 'str') ? (arrays as ArrayValue[]) : undefined;
}

/** How many numbers `lower:upper:step` stands for. */
function lengthOf(part: Value): Dim {
  if (part.kind !== 'slice') return undefined;
  const [lower, upper, step] = [part.lower, part.upper, part.step].map((bound, i) =>
    bound.kind === 'none'
      ? i === 0
        ? 0
        : i === 2
          ? 1
          : undefined
      : bound.kind === 'int'
        ? bound.size
        : undefined,
  );
  if (!isNumber(lower) || !isNumber(upper) || !isNumber(step) || step === 0) return undefined;
  return Math.max(0, Math.ceil((upper - lower) / step));
}

export const grids: Family = {
  title: 'Grids and arrays written side by side',
  about:
    '`np.c_` puts vectors side by side as columns, `np.r_` one after the other; `mgrid` and `indices` number places.',
  entries: [
    ...indexed('c_', (call, items) => {
      const arrays = arraysIn(items);
      if (!arrays) return unknown;
      const columns = arrays.map(({ shape, ...of }): ArrayValue => {
        const dims = shape!;
        return { ...of, shape: dims.length === 0 ? [1, 1] : dims.length === 1 ? [...dims, 1] : dims };
      });
      return joinAlong(call, columns, -1, 'index');
    }),
    ...indexed('r_', (call, items) => {
      const arrays = arraysIn(items);
      if (!arrays) return unknown;
      const vectors = arrays.map(of => (of.shape!.length === 0 ? { ...of, shape: [1] } : of));
      return joinAlong(call, vectors, 0, 'index');
    }),
    ...indexed('mgrid', (_, items) => numpyArray([items.length, ...items.map(lengthOf)])),
    ...indexed('ogrid', (_, items) =>
      items.length < 2
        ? unknown
        : tuple(items.map((item, i) => numpyArray(items.map((_, j) => (i === j ? lengthOf(item) : 1))))),
    ),
    {
      kind: 'function',
      names: ['numpy.indices'],
      parameters: 'dimensions, dtype=int, sparse=False',
      rule: ({ args }) => {
        const dims = dimsArgument(args.dimensions);
        return dims && !args.sparse ? numpyArray([dims.length, ...dims], 'int64') : unknown;
      },
    },
  ],
};
