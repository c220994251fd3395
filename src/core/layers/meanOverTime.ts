import { defineLayer } from './layer';
import { planGlobalPool } from './window/globalPool';
import { overTime } from './window/overTime';

/** A (n) = the mean of each value over the steps of a series (T, n). */
export const meanOverTime = defineLayer({
  type: 'mean-over-time',
  title: 'Mean over time',
  summary: 'Takes the mean of each value over all steps of a series: a vector.',
  icon: 'fold-down',
  formulas: ['A = (1/T) Σ A_prev⟨t⟩'],
  kind: 'pools',
  inputs: ['A_prev'],
  takesSteps: true,
  fields: {},
  newId: 'mean',
  initial: {},
  examples: [
    { title: 'of a series', fields: {}, inputs: [[5, 3]], output: [3], parameterCount: 0 },
    { title: 'of one step', fields: {}, inputs: [[1, 4]], output: [4], parameterCount: 0 },
  ],

  shapes: context => overTime('A mean over time', context, 1),

  plan(plan) {
    planGlobalPool(plan, 'average');
  },
});
