import * as z from 'zod';

export const scale = z.number().positive().default(0.01).meta({
  title: 'Scale',
  description: 'The factor on the random numbers: small enough that no unit starts where its slope is flat.',
});
