import { defineLayer } from './layer';
import { poolLength, poolStepStride, stepPadding } from './window/fields';
import { planAveragePool } from './window/planPool';
import { pooledSeries, seriesWindow } from './window/pooled';

/** A = the mean, for each value of a series, of the steps that the pool covers; padding isn’t counted. */
export const averagePool1d = defineLayer({
  type: 'average-pool1d',
  title: 'Average pool of series',
  summary: 'Takes the mean of neighbouring steps, value by value.',
  icon: 'fold-down',
  formulas: ['A = the mean of f steps', 'T = ⌊(T_prev + 2p − f)/s⌋ + 1'],
  kind: 'pools',
  inputs: ['A_prev'],
  fields: { poolSize: poolLength, stride: poolStepStride, padding: stepPadding },
  newId: 'pool',
  initial: { poolSize: 2 },
  examples: [
    {
      title: 'half as many steps',
      fields: { poolSize: 2 },
      inputs: [[10, 3]],
      output: [5, 3],
      parameterCount: 0,
    },
    {
      title: 'overlapping, padded',
      fields: { poolSize: 3, stride: 2, padding: 'same' },
      inputs: [[7, 2]],
      output: [4, 2],
      parameterCount: 0,
    },
  ],
  shapes: pooledSeries,
  plan(plan) {
    const [steps, values] = plan.inputs[0]!.shape;
    planAveragePool(plan, [1, steps!, values!], seriesWindow(plan.fields));
  },
});
