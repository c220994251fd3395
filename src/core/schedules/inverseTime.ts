import * as z from 'zod';
import type { Schedule } from './schedule';

/** The decay of Andrew Ng's course, which its assignment also schedules: once every so many epochs. */
export const inverseTime: Schedule = {
  type: 'inverse-time',
  title: 'Inverse time',
  formula: 'α = α₀ / (1 + rate·⌊t/every⌋)',
  summary: 'The decay of the course: fast at first, then ever slower.',
  fields: {
    decayRate: z.number().positive().default(1).meta({
      title: 'Decay rate',
      description: 'How fast the learning rate falls: with 1 it is half of what it was after the first time.',
    }),
    every: z.int().min(1).max(100_000_000).default(1000).meta({
      title: 'Every',
      description: 'Iterations, or epochs, between two falls.',
    }),
  },
  factor: ({ decayRate, every }, { t }) => 1 / (1 + decayRate! * Math.floor(t / every!)),
};
