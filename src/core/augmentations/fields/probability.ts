import * as z from 'zod';

/** How often an example is augmented so. */
export const probability = (initial = 1) => ({
  probability: z.number().min(0).max(1).default(initial).meta({
    title: 'Probability',
    description: 'The share of the times in which an example is augmented so; else it is left as it is.',
  }),
});
