import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Family } from '../ops/entry';
import { reportInner } from '../ops/reportProduct';
import { reportSquare } from '../ops/reportSquare';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { float, unknown } from '../values/value';

export const linearAlgebra: Family = {
  title: 'Linear algebra',
  about: 'Inverses and determinants of square matrices, solving, pseudo-inverses, decompositions.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.linalg.inv', 'numpy.linalg.cholesky'],
      parameters: 'a',
      rule: call => {
        const shape = reportSquare(call, 'a');
        return shape ? numpyArray(shape, 'float64') : unknown;
      },
    },
    {
      kind: 'function',
      names: ['numpy.linalg.det'],
      parameters: 'a',
      rule: call => {
        const shape = reportSquare(call, 'a');
        if (!shape) return unknown;
        return shape.length === 2 ? float() : numpyArray(shape.slice(0, -2), 'float64');
      },
    },
    {
      kind: 'function',
      names: ['numpy.linalg.pinv'],
      parameters: 'a, rcond=None, hermitian=False',
      rule: ({ args }) => {
        const shape = asArray(args.a, ndarray)?.shape;
        return shape && shape.length >= 2
          ? numpyArray([...shape.slice(0, -2), shape.at(-1), shape.at(-2)], 'float64')
          : unknown;
      },
    },
    {
      kind: 'function',
      names: ['numpy.linalg.solve'],
      parameters: 'a, b',
      rule: call => {
        const shape = reportSquare(call, 'a');
        const other = asArray(call.args.b, ndarray)?.shape;
        if (!shape || !other || shape.length !== 2 || other.length > 2 || other.length === 0) return unknown;
        const certainty = compareSizes(shape[1], other[0]);
        if (isDifferent(certainty)) {
          reportInner(call, shape, other, { a: shape[1], b: other[0], certainty });
          return unknown;
        }
        return numpyArray(other, 'float64');
      },
    },
    {
      kind: 'function',
      names: ['numpy.trace', 'numpy.ndarray.trace'],
      parameters: 'a, offset=0, axis1=0, axis2=1',
      rule: ({ args }) => (asArray(args.a, ndarray)?.shape?.length === 2 ? float() : unknown),
    },
  ],
};
