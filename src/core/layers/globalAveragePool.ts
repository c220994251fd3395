import { defineLayer } from './layer';
import { planGlobalPool, pooledWhole } from './window/globalPool';

/** A (n_C) = the mean of each channel over all pixels (Lin, Chen and Yan, 2013): what stands before the last dense layer of deep networks, instead of flatten. */
export const globalAveragePool = defineLayer({
  type: 'global-average-pool',
  title: 'Global average pool',
  summary:
    'Takes the mean of each channel over the whole picture, or of each value over all steps: a vector.',
  icon: 'fold-down',
  formulas: ['A = the mean of all pixels of a channel'],
  kind: 'pools',
  inputs: ['A_prev'],
  fields: {},
  newId: 'pool',
  initial: {},
  examples: [
    { title: 'a vector of channels', fields: {}, inputs: [[4, 5, 6]], output: [6], parameterCount: 0 },
    { title: 'over the steps of series', fields: {}, inputs: [[7, 3]], output: [3], parameterCount: 0 },
  ],
  shapes: pooledWhole,
  plan(plan) {
    planGlobalPool(plan, 'average');
  },
});
