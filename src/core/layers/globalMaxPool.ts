import { defineLayer } from './layer';
import { planGlobalPool, pooledWhole } from './window/globalPool';

/** A (n_C) = the largest value of each channel over all pixels. */
export const globalMaxPool = defineLayer({
  type: 'global-max-pool',
  title: 'Global max pool',
  summary:
    'Keeps the largest value of each channel of the whole picture, or of each value over all steps: a vector.',
  icon: 'fold-down',
  formulas: ['A = the largest of all pixels of a channel'],
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
    planGlobalPool(plan, 'max');
  },
});
