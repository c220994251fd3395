import * as z from 'zod';

/** How a text is gone on with: what it begins with, how many tokens are drawn, and how boldly. */
export const generationFields = {
  start: z.string().max(100_000),
  length: z.int().min(1).max(100_000),
  temperature: z.number().min(0),
  topK: z.int().min(1).optional(),
  seed: z.int().min(0).max(4294967295),
};
