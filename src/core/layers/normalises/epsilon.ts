import * as z from 'zod';

export const epsilon = z.number().gt(0).max(1).default(1e-5).meta({
  title: 'Epsilon',
  description: 'ε: keeps the division finite where all values are the same.',
});
