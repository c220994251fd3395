import { oneShape } from './definition/oneShape';
import { defineLayer } from './layer';

/** A = A_1 − A_2, value by value. Both have the same shape. */
export const subtract = defineLayer({
  type: 'subtract',
  title: 'Subtract',
  summary: 'Takes the values of a second layer from those of a first of the same shape.',
  icon: 'remove',
  formulas: ['A = A_1 − A_2', 'dA_1 = dA, dA_2 = −dA'],
  kind: 'joins',
  stepwise: 'alone',
  sign: '−',
  inputs: ['A_1', 'A_2'],
  fields: {},
  newId: 'difference',
  initial: {},
  examples: [
    { title: 'two vectors', fields: {}, inputs: [[4], [4]], output: [4], parameterCount: 0 },
    {
      title: 'two series',
      fields: {},
      inputs: [
        [3, 2],
        [3, 2],
      ],
      output: [3, 2],
      parameterCount: 0,
    },
  ],

  shapes: context => oneShape('A subtract layer', context),

  plan({ inputs: [first, second], output, forward, backward }) {
    const { dA } = output;
    forward({ call: 'subtract', args: [first!.A, second!.A, output.A], reads: 'A = A_1 − A_2' });
    if (dA && first!.dA) backward({ call: 'accumulate', args: [dA, first!.dA, true], reads: 'dA_1 += dA' });
    if (dA && second!.dA)
      backward({ call: 'addScaled', args: [dA, -1, 0, second!.dA, true], reads: 'dA_2 −= dA' });
  },
});
