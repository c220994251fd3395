import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import { copied } from '../ops/copied';
import type { Family } from '../ops/entry';
import { dtypeArgument } from '../ops/readArguments';
import { product } from '../sizes/size';
import { float, int, none, string, tuple, unknown } from '../values/value';

export const attributes: Family = {
  title: 'Attributes, types and copies',
  about: '`.shape`, `.ndim`, `.size`, `astype`, `copy`.',
  entries: [
    {
      kind: 'attribute',
      names: ['numpy.ndarray.shape'],
      rule: ({ args: { self } }) =>
        self?.kind === 'array' && self.shape ? tuple(self.shape.map(int)) : unknown,
    },
    {
      kind: 'function',
      names: ['numpy.shape'],
      parameters: 'a',
      rule: ({ args }) => {
        const of = asArray(args.a, ndarray);
        return of?.shape ? tuple(of.shape.map(int)) : unknown;
      },
    },
    {
      kind: 'attribute',
      names: ['numpy.ndarray.ndim'],
      rule: ({ args: { self } }) => int(self?.kind === 'array' ? self.shape?.length : undefined),
    },
    {
      kind: 'function',
      names: ['numpy.ndim'],
      parameters: 'a',
      rule: ({ args }) => int(asArray(args.a, ndarray)?.shape?.length),
    },
    {
      kind: 'attribute',
      names: ['numpy.ndarray.size'],
      rule: ({ args: { self } }) =>
        int(self?.kind === 'array' && self.shape ? product(self.shape) : undefined),
    },
    {
      kind: 'function',
      names: ['numpy.size'],
      parameters: 'a, axis=None',
      rule: ({ args }) => {
        const shape = asArray(args.a, ndarray)?.shape;
        return int(shape && !args.axis ? product(shape) : undefined);
      },
    },
    {
      kind: 'attribute',
      names: ['numpy.ndarray.dtype'],
      rule: ({ args: { self } }) => string(self?.kind === 'array' ? self.dtype : undefined),
    },
    {
      kind: 'function',
      names: ['numpy.ndarray.astype'],
      parameters: 'self, dtype, order=None, casting=None, subok=None, copy=None',
      rule: ({ args: { self, dtype } }) =>
        self?.kind === 'array' ? numpyArray(self.shape, dtypeArgument(dtype)) : unknown,
    },
    {
      kind: 'function',
      names: [
        'numpy.float32',
        'numpy.float64',
        'numpy.int32',
        'numpy.int64',
        'numpy.uint8',
        'numpy.float16',
        'numpy.bool_',
        'numpy.float',
        'numpy.int',
        'numpy.int8',
      ],
      parameters: 'x=0',
      rule: ({ args, name }) => {
        const of = asArray(args.x, ndarray);
        if (!of) return unknown;
        if (of.shape?.length !== 0) return numpyArray(of.shape, dtypeArgument(string(name.slice(6))));
        return name.includes('float') ? float() : int(args.x?.kind === 'int' ? args.x.size : undefined);
      },
    },
    {
      kind: 'function',
      names: [
        'numpy.ndarray.copy',
        'numpy.ndarray.view',
        'numpy.ndarray.conj',
        'numpy.ndarray.byteswap',
        'copy.copy',
        'copy.deepcopy',
      ],
      parameters: 'self, *rest, order="C"',
      rule: ({ args, name, rest }) => {
        const { self } = args;
        if (self?.kind === 'array')
          return rest.length === 0 ? { ...self, origin: undefined } : numpyArray(undefined);
        return name.startsWith('copy.') ? copied(self ?? unknown, 0) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['numpy.ndarray.item'],
      parameters: 'self, *rest',
      rule: ({ args: { self } }) =>
        self?.kind === 'array' && self.dtype?.startsWith('float') ? float() : unknown,
    },
    {
      kind: 'function',
      names: ['numpy.ndarray.fill', 'numpy.ndarray.sort'],
      parameters: 'self, *rest, axis=-1, kind=None',
      rule: () => none,
    },
  ],
};
