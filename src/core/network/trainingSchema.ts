import * as z from 'zod';
import { augmentationField } from '../augmentations';
import { lossField } from '../losses';
import { watching } from '../metrics/fields/watching';
import { optimizerField } from '../optimizers';
import { scheduleField } from '../schedules';

/** How far a gradient may go. */
const clipField = z.strictObject({
  norm: z.number().positive().optional().meta({
    title: 'Norm',
    description: 'Where the gradient of all parameters together is longer than that, it is shortened to it.',
    absent: 'none',
  }),
  value: z.number().positive().optional().meta({
    title: 'Value',
    description: 'Each number of the gradient is brought between −value and value, before the norm is taken.',
    absent: 'none',
  }),
});

/** What ends a training before its last step. */
const stopField = z.strictObject({
  ...watching,
  patience: watching.patience.optional().meta({
    title: 'Patience',
    description:
      'Ends the training after so many evaluations in a row that bring nothing better; see evaluateEvery.',
    absent: 'none',
  }),
  target: z.number().optional().meta({
    title: 'Target',
    description:
      'Ends the training as soon as the figure is as good as that; accuracies are shares from 0 to 1.',
    absent: 'none',
  }),
  best: z.boolean().default(false).meta({
    title: 'Use the best weights',
    description:
      'Predicts and evaluates with the weights of the best figure instead of the last ones; both are kept.',
  }),
});

/** How a network is trained: loss, optimizer, length. */
export const trainingSchema = z.strictObject({
  loss: lossField,
  optimizer: optimizerField,
  schedule: scheduleField.optional().meta({
    title: 'Schedule',
    description: 'How the learning rate changes on the way; without one it stays as it is.',
    absent: 'none',
  }),
  l2Penalty: z.number().min(0).max(1e9).optional().meta({
    title: 'L2 penalty',
    description:
      'λ: adds λ/(2m)·Σ‖W‖² to the cost, over the weights but not the biases, with m the number of training examples.',
    absent: 'none',
  }),
  clip: clipField.optional().meta({
    title: 'Clip gradients',
    description: 'Keeps a step from being too long.',
    absent: 'not at all',
  }),
  labelSmoothing: z.number().min(0).lt(1).optional().meta({
    title: 'Label smoothing',
    description:
      'ε: the share of each label that goes to all classes alike, so that a network is never quite sure.',
    absent: 'none',
  }),
  classWeights: z
    .union([
      z
        .literal('balanced')
        .meta({ description: 'Each class counts as much as another, however many examples it has.' }),
      z.record(z.string(), z.number().min(0).max(1e9)),
    ])
    .optional()
    .meta({
      title: 'Class weights',
      description:
        'How much an example counts, by its class: "balanced", or { "class": weight, … }, 1 for those left out.',
      absent: 'all alike',
    }),
  augment: z.array(augmentationField).max(32).optional().meta({
    title: 'Augment',
    description:
      'What is done to the examples before a step sees them, another way in each epoch: only in training.',
    absent: 'not at all',
  }),
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
  stop: stopField.optional().meta({
    title: 'Stop early',
    description: 'When to end before the last step.',
    absent: 'never',
  }),
  precision: z.enum(['float32', 'float64']).default('float32').meta({
    title: 'Precision',
    description: 'float64 gives the numbers of NumPy code to every printed digit.',
  }),
  sampleEvery: z.int().min(0).optional().meta({
    title: 'Sample every',
    description:
      'Of a network that learns a text: every how many iterations it writes a sample of what it has learnt; 0 for never.',
    absent: 'as often as that takes a twentieth of the time',
  }),
  evaluateEvery: z.int().min(1).optional().meta({
    title: 'Evaluate every',
    description: 'Iterations between two evaluations of the accuracy.',
    absent: 'worked out',
  }),
});

export type TrainingSettings = z.output<typeof trainingSchema>;
