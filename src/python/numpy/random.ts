import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family, FunctionEntry } from '../ops/entry';
import { dimsArgument } from '../ops/readArguments';
import { broadcast } from '../shapes/broadcast';
import type { Dim } from '../sizes/size';
import { float, int, none, sizeIn, unknown, type Value } from '../values/value';

/** `size`, or else the shape that the parameters of the distribution broadcast to. */
function drawn(call: Call, parameters: readonly string[], dtype: string): Value {
  const { size } = call.args;
  if (size && size.kind !== 'none') {
    const shape = dimsArgument(size);
    return size.kind === 'unknown' ? unknown : numpyArray(shape, dtype);
  }
  let shape: readonly Dim[] = [];
  for (const name of parameters) {
    const given = call.args[name];
    if (!given) continue;
    const array = asArray(given, ndarray);
    if (!array?.shape) return unknown;
    shape = broadcast(shape, array.shape).shape;
  }
  if (shape.length > 0) return numpyArray(shape, dtype);
  return dtype === 'int64' ? int(undefined) : float();
}

function distribution(names: readonly string[], parameters: string, dtype = 'float64'): FunctionEntry {
  const own = parameters.split(',').map(part => part.trim().split('=')[0]!);
  return {
    kind: 'function',
    names: names.map(name => `numpy.random.${name}`),
    parameters: `${parameters}${parameters ? ', ' : ''}size=None, dtype=None`,
    rule: call => drawn(call, own, dtype),
  };
}

/** The same as a method of a generator, which is its first parameter. */
function method({ names, parameters, rule }: FunctionEntry): FunctionEntry {
  return {
    kind: 'function',
    names: names.flatMap(name => {
      const last = name.slice('numpy.random.'.length);
      return [`numpy.random.RandomState.${last}`, `numpy.random.Generator.${last}`];
    }),
    parameters: `self, ${parameters}`,
    rule,
  };
}

const functions: readonly FunctionEntry[] = [
  {
    kind: 'function',
    names: ['numpy.random.rand', 'numpy.random.randn'],
    parameters: '*sizes',
    rule: call => {
      const { rest, written } = call;
      if (rest.length === 0) return float();
      const [first] = rest;
      if (rest.length === 1 && (first?.kind === 'tuple' || first?.kind === 'list')) {
        call.report({
          code: 'invalid-argument',
          message: `${written} takes each size as an argument of its own: ${written}(4, 3), not ${written}((4, 3)).`,
        });
        return numpyArray(dimsArgument(first), 'float64');
      }
      return numpyArray(rest.map(sizeIn), 'float64');
    },
  },
  distribution(['random', 'random_sample', 'ranf', 'sample', 'standard_normal'], ''),
  distribution(['normal', 'laplace', 'logistic', 'lognormal', 'gumbel'], 'loc=0.0, scale=1.0'),
  distribution(['uniform'], 'low=0.0, high=1.0'),
  distribution(['beta'], 'a, b'),
  distribution(['gamma'], 'shape, scale=1.0'),
  distribution(['exponential'], 'scale=1.0'),
  distribution(['binomial'], 'n, p', 'int64'),
  distribution(['poisson'], 'lam=1.0', 'int64'),
  distribution(['randint', 'integers'], 'low, high=None', 'int64'),
];

export const random: Family = {
  title: 'Random numbers',
  about: 'The sizes that a call asks for, as arguments or as `size=`.',
  entries: [
    ...functions,
    ...functions.map(method),
    {
      kind: 'function',
      names: ['numpy.random.permutation'],
      parameters: 'x',
      rule: ({ args }) =>
        args.x?.kind === 'int' ? numpyArray([args.x.size], 'int64') : (asArray(args.x, ndarray) ?? unknown),
    },
    {
      kind: 'function',
      names: ['numpy.random.seed', 'numpy.random.shuffle'],
      parameters: '*rest',
      rule: () => none,
    },
    {
      kind: 'function',
      names: ['numpy.random.choice'],
      parameters: 'a, size=None, replace=True, p=None',
      rule: ({ args }) => {
        const { size } = args;
        const from = asArray(args.a, ndarray);
        const dtype = args.a?.kind === 'int' ? 'int64' : from?.dtype;
        if (!size || size.kind === 'none') return args.a?.kind === 'int' ? int(undefined) : unknown;
        // chosen of what isn't known, the values may be texts, which have indices of their own
        return size.kind === 'unknown' ? unknown : numpyArray(dimsArgument(size), dtype ?? 'object');
      },
    },
    { kind: 'class', names: ['numpy.random.RandomState'], parameters: 'seed=None' },
    { kind: 'class', names: ['numpy.random.Generator'], parameters: 'bit_generator=None' },
    {
      kind: 'function',
      names: ['numpy.random.default_rng'],
      parameters: 'seed=None',
      rule: call => call.invoke(call.named('numpy.random.Generator'), []),
    },
  ],
};
