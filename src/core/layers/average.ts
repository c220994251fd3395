import { oneShape } from './definition/oneShape';
import { defineLayer } from './layer';

/** A = (A_1 + … + A_k) / k, value by value. All inputs have the same shape. */
export const average = defineLayer({
  type: 'average',
  title: 'Average',
  summary: 'Takes the mean of the values of several layers of the same shape, place by place.',
  icon: 'symbol-operator',
  formulas: ['A = (A_1 + … + A_k) / k', 'dA_i = dA / k'],
  kind: 'joins',
  stepwise: 'alone',
  sign: 'x̄',
  inputs: 'many',
  fields: {},
  initial: {},
  examples: [
    { title: 'two branches', fields: {}, inputs: [[4], [4]], output: [4], parameterCount: 0 },
    { title: 'three branches', fields: {}, inputs: [[3], [3], [3]], output: [3], parameterCount: 0 },
  ],

  shapes: context => oneShape('An average layer', context),

  plan({ inputs, output, forward, backward }) {
    const share = 1 / inputs.length;
    inputs.forEach(({ A, dA }, i) => {
      const sum = i > 0;
      forward({
        call: 'addScaled',
        args: [A, share, 0, output.A, sum],
        reads: `A ${sum ? '+=' : '='} A_${i + 1} / k`,
      });
      if (dA && output.dA)
        backward({
          call: 'addScaled',
          args: [output.dA, share, 0, dA, true],
          reads: `dA_${i + 1} += dA / k`,
        });
    });
  },
});
