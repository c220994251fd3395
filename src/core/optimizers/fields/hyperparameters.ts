import * as z from 'zod';

/** The field every optimizer has, with its own default. */
export const learningRate = (initial: number) =>
  z.number().positive().default(initial).meta({
    title: 'Learning rate',
    description: 'α, the size of a step against the gradient.',
  });

/** The share of a running average that is kept at each step. */
export const decay = (symbol: string, initial: number, of: string) =>
  z
    .number()
    .min(0)
    .lt(1)
    .default(initial)
    .meta({
      title: symbol,
      description: `The share of the running average of ${of} that is kept at each step.`,
    });

export const epsilon = (initial: number) =>
  z
    .number()
    .positive()
    .default(initial)
    .meta({ title: 'ε', description: 'Keeps the division from being by zero.' });

/** Of optimizers that let weights decay by themselves. */
export const weightDecay = (initial: number) =>
  z.number().min(0).max(1).default(initial).meta({
    title: 'Weight decay',
    description:
      'λ, the share of each weight that is taken away in a step, times the learning rate; biases keep all.',
  });
