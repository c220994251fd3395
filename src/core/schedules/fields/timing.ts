import * as z from 'zod';

/** The factor at the end of the training. */
export const end = (initial: number) =>
  z.number().min(0).max(1).default(initial).meta({
    title: 'End',
    description: 'What is left of the learning rate at the end, as a share of it.',
  });

/** By what the rate is multiplied each time. */
export const factor = (initial: number) =>
  z.number().gt(0).lt(1).default(initial).meta({
    title: 'Factor',
    description: 'γ, by which the learning rate is multiplied each time.',
  });

/** The fields that every schedule has, after its own. */
export const timing = {
  per: z.enum(['iteration', 'epoch']).default('iteration').meta({
    title: 'Counts',
    description:
      'What t counts: iterations, or epochs, all through each of which the learning rate stays the same.',
  }),
  warmUp: z.int().min(0).max(100_000_000).default(0).meta({
    title: 'Warm-up',
    description:
      'Iterations, or epochs, in which the learning rate first rises in equal steps; the schedule begins after them.',
  }),
};
