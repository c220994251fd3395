import * as z from 'zod';
import { formatShape, sizesOf } from '../shape';
import { pictureShape } from './definition/pictures';
import { planResample } from './definition/planResample';
import { defineLayer } from './layer';

/** The sizes of an example in another order: axis i of the output is axis `axes[i]` of the input, as in `np.transpose`. */
export const permute = defineLayer({
  type: 'permute',
  title: 'Permute',
  summary: 'Puts the axes of an example in another order, such as channels first.',
  icon: 'arrow-swap',
  formulas: ['A = A_prev.transpose(axes)'],
  kind: 'shapes',
  inputs: ['A_prev'],
  fields: {
    axes: z.array(z.int().min(0).max(2)).min(1).max(3).meta({
      title: 'Axes',
      description:
        'Each axis of an example once, from 0: [2, 0, 1] puts the channels of a picture before its height and width.',
    }),
  },
  initial: { axes: [2, 0, 1] },
  examples: [
    {
      title: 'channels first',
      fields: { axes: [2, 0, 1] },
      inputs: [[2, 3, 4]],
      output: [4, 2, 3],
      parameterCount: 0,
    },
    {
      title: 'height and width swapped',
      fields: { axes: [1, 0] },
      inputs: [[2, 3]],
      output: [3, 2],
      parameterCount: 0,
    },
  ],

  shapes({ fields: { axes }, inputs: [given], symbols, problem }) {
    const unknown = [symbols.n_H, symbols.n_W, symbols.n_C].slice(0, axes.length);
    const input = given ?? pictureShape(unknown, symbols);
    const fits = axes.length === input.length && input.every((_, axis) => axes.includes(axis));
    if (!fits) {
      problem({
        code: 'shape-mismatch',
        message: `"axes" must name each of the ${input.length} axes of ${formatShape(sizesOf(input))} once, from 0 to ${input.length - 1}, but is [${axes.join(', ')}].`,
        field: 'axes',
        fixes: [
          {
            title: `Change "axes" to [${[...input.keys()].reverse().join(', ')}]`,
            set: { field: 'axes', value: [...input.keys()].reverse() },
          },
        ],
      });
    }
    return { output: fits ? axes.map(axis => input[axis]!) : input, parameters: [], flops: 0 };
  },

  plan(plan) {
    const { axes } = plan.fields;
    const [{ shape }] = plan.inputs as [(typeof plan.inputs)[number]];
    const strides = shape.map((_, i) => shape.slice(i + 1).reduce((product, size) => product * size, 1));
    planResample(plan, at => at.reduce((place, index, i) => place + index * strides[axes[i]!]!, 0));
  },
});
