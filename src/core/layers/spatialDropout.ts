import { planDrop } from './drops/planDrop';
import { rate } from './drops/rate';
import { defineLayer } from './layer';

/** Dropout of whole channels (Tompson et al., 2015): the pixels of a channel are so alike that leaving out some changes little. */
export const spatialDropout = defineLayer({
  type: 'spatial-dropout',
  title: 'Spatial dropout',
  summary: 'Leaves whole channels out at random while the network learns.',
  icon: 'circle-slash',
  formulas: ['A = A_prev ∘ D / (1 − rate), D drawn for each channel', 'A = A_prev in prediction'],
  kind: 'drops',
  sign: '∅',
  inputs: ['A_prev'],
  fields: { rate },
  initial: { rate: 0.2 },
  examples: [
    {
      title: 'channels of pictures',
      fields: { rate: 0.25 },
      inputs: [[3, 4, 8]],
      output: [3, 4, 8],
      parameterCount: 0,
    },
    { title: 'values of series', fields: { rate: 0.5 }, inputs: [[5, 3]], output: [5, 3], parameterCount: 0 },
  ],

  shapes({ inputs: [input], symbols }) {
    return { output: input ?? [{ symbol: symbols.n, size: symbols.n }], parameters: [], flops: 0 };
  },

  plan(plan) {
    planDrop(plan, plan.output.shape.at(-1)!);
  },
});
