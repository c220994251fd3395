import { defineLayer } from './layer';
import { epsilon } from './normalises/epsilon';
import { planGroups } from './normalises/planGroups';
import { scaleAndShift } from './normalises/scaleAndShift';

/**
 * A = γ·(A_prev − μ)/√(σ² + ε) + β, with μ and σ² over the values of a vector, or over the channels of each pixel and the
 * values of each step (Ba, Kiros and Hinton, 2016): the same in a step and in prediction, whatever the batch.
 */
export const layerNorm = defineLayer({
  type: 'layer-norm',
  title: 'Layer norm',
  summary:
    'Brings the values of each example, or of each pixel or step, to mean 0 and deviation 1, then scales and shifts them.',
  icon: 'symbol-ruler',
  formulas: ['Z_norm = (A_prev − μ)/√(σ² + ε)', 'A = γ·Z_norm + β'],
  kind: 'normalises',
  stepwise: 'alone',
  sign: 'μσ',
  inputs: ['A_prev'],
  fields: { epsilon },
  newId: 'norm',
  initial: {},
  examples: [
    { title: 'of a hidden layer', fields: {}, inputs: [[5]], output: [5], parameterCount: 10 },
    { title: 'of the steps of series', fields: {}, inputs: [[4, 6]], output: [4, 6], parameterCount: 12 },
    {
      title: 'of the pixels of pictures',
      fields: { epsilon: 0.001 },
      inputs: [[3, 2, 4]],
      output: [3, 2, 4],
      parameterCount: 8,
    },
  ],

  shapes({ inputs: [input], symbols }) {
    const output = input ?? [{ symbol: symbols.n, size: symbols.n }];
    const { parameters, flops } = scaleAndShift(output, 9);
    return { output, parameters, flops };
  },

  plan(plan) {
    const channels = plan.output.shape.at(-1)!;
    planGroups(plan, { channels, groups: 1, each: channels, epsilon: plan.fields.epsilon });
  },
});
