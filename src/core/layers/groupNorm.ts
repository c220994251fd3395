import * as z from 'zod';
import { defineLayer } from './layer';
import { epsilon } from './normalises/epsilon';
import { planGroups } from './normalises/planGroups';
import { scaleAndShift } from './normalises/scaleAndShift';

/**
 * A = γ·(A_prev − μ)/√(σ² + ε) + β, with μ and σ² of each group of channels over the pixels of an example (Wu and He, 2018);
 * with as many groups as channels it is instance norm. The same in a step and in prediction, whatever the batch.
 */
export const groupNorm = defineLayer({
  type: 'group-norm',
  title: 'Group norm',
  summary:
    'Brings each group of channels of an example to mean 0 and deviation 1, then scales and shifts each channel.',
  icon: 'symbol-ruler',
  formulas: ['Z_norm = (A_prev − μ)/√(σ² + ε)', 'A = γ·Z_norm + β'],
  kind: 'normalises',
  sign: 'μσ',
  inputs: ['A_prev'],
  fields: {
    groups: z.int().min(1).max(100_000).meta({
      title: 'Groups',
      description:
        'Into how many parts the channels are divided; as many as there are channels for instance norm.',
    }),
    epsilon,
  },
  newId: 'norm',
  initial: { groups: 1 },
  examples: [
    {
      title: 'two groups of channels',
      fields: { groups: 2 },
      inputs: [[3, 4, 6]],
      output: [3, 4, 6],
      parameterCount: 12,
    },
    {
      title: 'instance norm',
      fields: { groups: 3 },
      inputs: [[4, 4, 3]],
      output: [4, 4, 3],
      parameterCount: 6,
    },
  ],

  shapes({ fields: { groups }, inputs: [input], symbols, problem }) {
    const output = input ?? [{ symbol: symbols.n, size: symbols.n }];
    const channels = output.at(-1)!.size;
    if (typeof channels === 'number' && channels % groups !== 0) {
      problem({
        code: 'groups-do-not-divide',
        message: `${groups} groups can’t share out the ${channels} channels of the input evenly. Choose a number that divides them, such as 1.`,
        field: 'groups',
        fixes: [{ title: 'Change groups to 1', set: { field: 'groups', value: 1 } }],
      });
    }
    const { parameters, flops } = scaleAndShift(output, 9);
    return { output, parameters, flops };
  },

  plan(plan) {
    const { groups, epsilon } = plan.fields;
    planGroups(plan, { channels: plan.output.shape.at(-1)!, groups, each: plan.output.A.n, epsilon });
  },
});
