import * as z from 'zod';
import { elementCount, formatShape, sizesOf } from '../shape';
import { pictureShape } from './definition/pictures';
import { defineLayer } from './layer';

/** The same values of each example, in their order, under another shape: as `X.reshape(m, *shape)` does. */
export const reshape = defineLayer({
  type: 'reshape',
  title: 'Reshape',
  summary: 'Gives the values of an example another shape, such as a vector that of a picture.',
  icon: 'symbol-structure',
  formulas: ['A = A_prev.reshape(m, *shape)'],
  kind: 'shapes',
  inputs: ['A_prev'],
  fields: {
    shape: z.array(z.int().min(1).max(1_000_000)).min(1).max(3).meta({
      title: 'Shape',
      description: 'The shape of one example: [7, 7, 16] for pictures of 16 channels, [784] for a vector.',
    }),
  },
  initial: { shape: [28, 28, 1] },
  examples: [
    {
      title: 'vector to picture',
      fields: { shape: [3, 2, 2] },
      inputs: [[12]],
      output: [3, 2, 2],
      parameterCount: 0,
    },
    {
      title: 'picture to vector',
      fields: { shape: [12] },
      inputs: [[2, 2, 3]],
      output: [12],
      parameterCount: 0,
    },
  ],

  shapes({ fields: { shape }, inputs: [input], symbols, problem }) {
    const given = input && elementCount(sizesOf(input));
    const wanted = elementCount(shape)!;
    if (given !== undefined && given !== wanted) {
      problem({
        code: 'shape-mismatch',
        message: `${formatShape(shape)} holds ${wanted.toLocaleString('en')} values, but the layer before gives ${formatShape(sizesOf(input!))}, which is ${given.toLocaleString('en')}. Reshaping keeps every value, so both numbers must be equal.`,
        field: 'shape',
      });
    }
    const output = shape.length === 1 ? [{ symbol: symbols.n, size: wanted }] : pictureShape(shape, symbols);
    return { output, parameters: [], flops: 0 };
  },

  // examples are contiguous, so the values already lie in their order
  reshapes: true,
  plan() {},
});
