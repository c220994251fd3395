import { elementCount, sizesOf } from '../shape';
import { defineLayer } from './layer';

/** One column of all values of an example: (m, 64, 64, 3) becomes (12288, m), as `X.reshape(m, -1).T` does. */
export const flatten = defineLayer({
  type: 'flatten',
  title: 'Flatten',
  summary: 'Lays all values of an example, such as the pixels of a picture, into one vector.',
  icon: 'fold',
  formulas: ['A = X.reshape(m, -1).T'],
  kind: 'shapes',
  early: 4,
  inputs: ['A_prev'],
  fields: {},
  initial: {},
  examples: [
    { title: 'colour picture', fields: {}, inputs: [[4, 3, 3]], output: [36], parameterCount: 0 },
    { title: 'grey picture', fields: {}, inputs: [[8, 8]], output: [64], parameterCount: 0 },
    { title: 'a vector stays as it is', fields: {}, inputs: [[5]], output: [5], parameterCount: 0 },
  ],

  shapes({ inputs: [input], symbols }) {
    const n = input && elementCount(sizesOf(input));
    const output = input?.length === 1 ? input : [{ symbol: symbols.n, size: n ?? symbols.n }];
    return { output, parameters: [], flops: 0 };
  },

  // examples are contiguous, so the values already lie in the order of the vector
  reshapes: true,
  plan() {},
});
