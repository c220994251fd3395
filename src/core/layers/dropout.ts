import { planDrop } from './drops/planDrop';
import { rate } from './drops/rate';
import { defineLayer } from './layer';

/**
 * A = A_prev ∘ D / (1 − rate), with D 0 for a share of the values, drawn anew in each step, and 1 for the others. In prediction
 * A = A_prev. Srivastava et al., 2014, inverted as the notes have it.
 */
export const dropout = defineLayer({
  type: 'dropout',
  title: 'Dropout',
  summary:
    'Leaves some values out at random while the network learns, so that it can’t rely on any one of them.',
  icon: 'circle-slash',
  formulas: ['A = A_prev ∘ D / (1 − rate), D drawn in each step', 'A = A_prev in prediction'],
  kind: 'drops',
  stepwise: 'alone',
  early: 5,
  sign: '∅',
  inputs: ['A_prev'],
  fields: { rate },
  initial: { rate: 0.5 },
  examples: [
    { title: 'half of a hidden layer', fields: { rate: 0.5 }, inputs: [[6]], output: [6], parameterCount: 0 },
    {
      title: 'values of pictures',
      fields: { rate: 0.2 },
      inputs: [[3, 4, 2]],
      output: [3, 4, 2],
      parameterCount: 0,
    },
  ],

  shapes({ inputs: [input], symbols }) {
    return { output: input ?? [{ symbol: symbols.n, size: symbols.n }], parameters: [], flops: 0 };
  },

  plan(plan) {
    planDrop(plan, plan.output.A.n);
  },
});
