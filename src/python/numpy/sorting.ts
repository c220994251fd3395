import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Family } from '../ops/entry';
import { product } from '../sizes/size';
import { unknown } from '../values/value';

export const sorting: Family = {
  title: 'Sorting',
  about: '`sort` and `argsort` keep the shape. What depends on values (`unique`, `nonzero`) is unknown.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.sort', 'numpy.argsort', 'numpy.ndarray.argsort'],
      parameters: 'a, axis=-1, kind=None, order=None',
      rule: ({ args, name }) => {
        const of = asArray(args.a, ndarray);
        if (!of) return unknown;
        const shape = args.axis?.kind === 'none' ? [of.shape && product(of.shape)] : of.shape;
        return numpyArray(shape, name.endsWith('argsort') ? 'int64' : of.dtype);
      },
    },
  ],
};
