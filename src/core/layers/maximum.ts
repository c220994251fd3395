import { foldInputs } from './definition/foldInputs';
import { oneShape } from './definition/oneShape';
import { defineLayer } from './layer';

/**
 * A = max(A_1, A_2, …), value by value. The gradient goes to the largest; where two are equal each has half of it. All
 * inputs have the same shape.
 */
export const maximum = defineLayer({
  type: 'maximum',
  title: 'Maximum',
  summary: 'Takes the largest of the values of several layers of the same shape, place by place.',
  icon: 'arrow-up',
  formulas: ['A = max(A_1, A_2, …)', 'dA_i = dA where A_i is the largest'],
  kind: 'joins',
  stepwise: 'alone',
  sign: '∨',
  inputs: 'many',
  fields: {},
  initial: {},
  examples: [
    { title: 'two branches', fields: {}, inputs: [[4], [4]], output: [4], parameterCount: 0 },
    { title: 'three branches', fields: {}, inputs: [[3], [3], [3]], output: [3], parameterCount: 0 },
  ],

  shapes: context => oneShape('A maximum layer', context),

  plan(plan) {
    foldInputs(plan, {
      forward: (A, B, C) => ({ call: 'maximum', args: [A, B, C], reads: 'A = max(A_1, A_2)' }),
      backward: (A, B, dC, dA, add) => ({
        call: 'maximumGradient',
        args: [A, B, dC, dA, add],
        reads: `dA_1 ${add ? '+=' : '='} dA where A_1 > A_2`,
      }),
    });
  },
});
