import * as z from 'zod';

/** How far a factor that is drawn goes from 1, to both sides. */
export const amount = (initial: number) => ({
  amount: z.number().min(0).max(1).default(initial).meta({
    title: 'Amount',
    description: 'The factor is drawn between 1 − amount and 1 + amount.',
  }),
});
