import { foldInputs } from './definition/foldInputs';
import { oneShape } from './definition/oneShape';
import { defineLayer } from './layer';

/** A = A_1 ∘ A_2 ∘ …, value by value: a gate lets through what it is near 1 for. All inputs have the same shape. */
export const multiply = defineLayer({
  type: 'multiply',
  title: 'Multiply',
  summary: 'Multiplies the values of several layers of the same shape, as a gate does.',
  icon: 'close',
  formulas: ['A = A_1 ∘ A_2 ∘ …', 'dA_1 = dA ∘ A_2 ∘ …'],
  kind: 'joins',
  stepwise: 'alone',
  sign: '×',
  inputs: 'many',
  fields: {},
  initial: {},
  examples: [
    { title: 'gate', fields: {}, inputs: [[4], [4]], output: [4], parameterCount: 0 },
    { title: 'three branches', fields: {}, inputs: [[3], [3], [3]], output: [3], parameterCount: 0 },
    {
      title: 'pictures',
      fields: {},
      inputs: [
        [2, 3, 2],
        [2, 3, 2],
      ],
      output: [2, 3, 2],
      parameterCount: 0,
    },
  ],

  shapes: context => oneShape('A multiply layer', context),

  plan(plan) {
    foldInputs(plan, {
      forward: (A, B, C) => ({ call: 'multiply', args: [A, B, C, false], reads: 'A = A_1 ∘ A_2' }),
      backward: (_A, B, dC, dA, add) => ({
        call: 'multiply',
        args: [dC, B, dA, add],
        reads: add ? 'dA_1 += dA ∘ A_2' : 'dA_1 = dA ∘ A_2',
      }),
    });
  },
});
