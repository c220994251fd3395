import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import { einsumShape } from '../ops/einsum';
import type { Family } from '../ops/entry';
import { unknown } from '../values/value';

export const einsum: Family = {
  title: 'Einstein sums',
  about: 'Each letter stands for one size in all its places.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.einsum'],
      parameters: 'subscripts, *operands, optimize=False, out=None, dtype=None',
      rule: call => {
        const { subscripts } = call.args;
        if (subscripts?.kind !== 'string' || subscripts.value === undefined) return unknown;
        const operands = call.rest.map((value, i) => ({
          shape: asArray(value, ndarray)?.shape,
          words: call.operand(`#${i}`).words,
        }));
        const shape = einsumShape(call, subscripts.value, operands);
        return shape ? numpyArray(shape) : unknown;
      },
    },
  ],
};
