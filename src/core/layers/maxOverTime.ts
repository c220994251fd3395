import { defineLayer } from './layer';
import { planGlobalPool } from './window/globalPool';
import { overTime } from './window/overTime';

/** A (n) = the largest of each value over the steps of a series (T, n): of several that are equal the first. */
export const maxOverTime = defineLayer({
  type: 'max-over-time',
  title: 'Max over time',
  summary: 'Keeps the largest of each value over all steps of a series: a vector.',
  icon: 'fold-down',
  formulas: ['A = the largest of A_prev⟨1⟩ … A_prev⟨T⟩'],
  kind: 'pools',
  inputs: ['A_prev'],
  takesSteps: true,
  fields: {},
  newId: 'max',
  initial: {},
  examples: [
    { title: 'of a series', fields: {}, inputs: [[5, 3]], output: [3], parameterCount: 0 },
    { title: 'of one step', fields: {}, inputs: [[1, 4]], output: [4], parameterCount: 0 },
  ],

  shapes: context => overTime('A max over time', context, 1),

  plan(plan) {
    planGlobalPool(plan, 'max');
  },
});
