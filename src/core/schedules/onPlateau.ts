import * as z from 'zod';
import { watching } from '../metrics/fields/watching';
import { factor } from './fields/timing';
import type { Schedule } from './schedule';

/** PyTorch's ReduceLROnPlateau with a patience of one more, as Keras counts it, and an absolute threshold. */
export const onPlateau: Schedule = {
  type: 'on-plateau',
  title: 'On plateau',
  formula: 'α = α₀·max(least, γ^plateaus)',
  summary: 'Lowers the learning rate each time that a figure hasn’t got better for a while.',
  fields: {
    factor: factor(0.1),
    ...watching,
    patience: watching.patience.default(10),
    least: z.number().min(0).max(1).default(0).meta({
      title: 'Least',
      description: 'The share of the learning rate below which it doesn’t fall.',
    }),
  },
  watches: true,
  factor: ({ factor, least }, { plateaus }) => Math.max(least!, factor! ** plateaus),
};
