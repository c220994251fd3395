import * as z from 'zod';

export const rate = z
  .number()
  .min(0)
  .lt(1)
  .meta({
    title: 'Rate',
    description: 'The share that is left out in a step, from 0 to below 1: 0.5 for half.',
    beyond: { because: 'at 1 every value is left out, so that nothing is learnt', instead: 0.5 },
  });
