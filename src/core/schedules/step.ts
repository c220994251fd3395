import * as z from 'zod';
import { factor } from './fields/timing';
import type { Schedule } from './schedule';

export const step: Schedule = {
  type: 'step',
  title: 'Step',
  formula: 'α = α₀·γ^⌊t/every⌋',
  summary: 'Lowers the learning rate by a factor, again and again after equal times.',
  fields: {
    every: z.int().min(1).max(100_000_000).default(1000).meta({
      title: 'Every',
      description: 'Iterations, or epochs, between two steps down.',
    }),
    factor: factor(0.1),
  },
  factor: ({ every, factor }, { t }) => factor! ** Math.floor(t / every!),
};
