import { defineLayer } from './layer';
import { padding, poolSize, poolStride } from './window/fields';
import { planMaxPool } from './window/planPool';
import { pooledPicture, poolWindow } from './window/pooled';

/**
 * A = the largest value, for each channel, of what the pool covers at each place; padding counts as −∞. Its gradient goes
 * back to where the largest was, to the first of equal ones.
 */
export const maxPool2d = defineLayer({
  type: 'max-pool2d',
  title: 'Max pool',
  summary:
    'Keeps the largest value of each neighbourhood, channel by channel: smaller pictures, found patterns.',
  icon: 'fold-down',
  formulas: ['A = the largest of f × f values', 'n_H = ⌊(n_H_prev + 2p − f)/s⌋ + 1'],
  kind: 'pools',
  early: 3,
  inputs: ['A_prev'],
  fields: { poolSize, stride: poolStride, padding },
  newId: 'pool',
  initial: { poolSize: 2 },
  examples: [
    {
      title: 'half as high and wide',
      fields: { poolSize: 2 },
      inputs: [[6, 8, 3]],
      output: [3, 4, 3],
      parameterCount: 0,
    },
    {
      title: 'overlapping, padded',
      fields: { poolSize: 3, stride: 2, padding: 1 },
      inputs: [[7, 8, 2]],
      output: [4, 4, 2],
      parameterCount: 0,
    },
    {
      title: 'of a grey picture without channels',
      fields: { poolSize: [1, 2], padding: 'same' },
      inputs: [[4, 5]],
      output: [4, 3],
      parameterCount: 0,
    },
  ],
  shapes: pooledPicture,
  plan(plan) {
    planMaxPool(plan, plan.inputs[0]!.shape, poolWindow(plan.fields));
  },
});
