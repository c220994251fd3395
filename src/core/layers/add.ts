import { oneShape } from './definition/oneShape';
import { defineLayer } from './layer';

/** A = A_1 + A_2 + …, value by value: the end of a skip connection. All inputs have the same shape. */
export const add = defineLayer({
  type: 'add',
  title: 'Add',
  summary: 'Adds the values of several layers of the same shape, as a skip connection does.',
  icon: 'add',
  formulas: ['A = A_1 + A_2 + …', 'dA_i = dA'],
  kind: 'joins',
  stepwise: 'alone',
  early: 8,
  sign: '+',
  inputs: 'many',
  fields: {},
  initial: {},
  examples: [
    { title: 'skip connection', fields: {}, inputs: [[4], [4]], output: [4], parameterCount: 0 },
    { title: 'three branches', fields: {}, inputs: [[3], [3], [3]], output: [3], parameterCount: 0 },
  ],

  shapes: context => oneShape('An add layer', context),

  plan({ inputs, output, forward, backward }) {
    forward({ call: 'clear', args: [output.A], reads: 'A = 0' });
    inputs.forEach(({ A, dA }, i) => {
      forward({ call: 'accumulate', args: [A, output.A, true], reads: `A += A_${i + 1}` });
      if (dA && output.dA)
        backward({ call: 'accumulate', args: [output.dA, dA, true], reads: `dA_${i + 1} += dA` });
    });
  },
});
