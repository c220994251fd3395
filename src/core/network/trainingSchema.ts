import * as z from 'zod';
import { lossField } from '../losses';
import { optimizerField } from '../optimizers';

/** How a network is trained: loss, optimizer, length. */
export const trainingSchema = z.strictObject({
  loss: lossField,
  optimizer: optimizerField,
  iterations: z
    .int()
    .min(1)
    .max(100_000_000)
    .optional()
    .meta({ title: 'Iterations', description: 'Number of steps of gradient descent.' }),
  epochs: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .meta({ title: 'Epochs', description: 'Number of passes over the training set; instead of iterations.' }),
  batchSize: z
    .union([z.int().min(1), z.literal('all')])
    .default('all')
    .meta({
      title: 'Batch size',
      description: 'Examples in a step; all of them for plain gradient descent.',
    }),
  seed: z.int().min(0).max(4294967295).default(1).meta({
    title: 'Seed',
    description: 'As np.random.seed: the same seed gives the same initial weights as NumPy.',
  }),
  precision: z.enum(['float32', 'float64']).default('float32').meta({
    title: 'Precision',
    description: 'float64 gives the numbers of NumPy code to every printed digit.',
  }),
  evaluateEvery: z.int().min(1).optional().meta({
    title: 'Evaluate every',
    description: 'Iterations between two evaluations of the accuracy.',
    absent: 'worked out',
  }),
});

export type TrainingSettings = z.output<typeof trainingSchema>;
