import { adam } from './adam';
import { weightDecay } from './fields/hyperparameters';
import type { Optimizer } from './optimizer';

/** Loshchilov and Hutter, 2019, algorithm 2, as PyTorch writes it; biases don't decay. */
export const adamw: Optimizer = {
  type: 'adamw',
  title: 'AdamW',
  formula: 'W := W − α·λ·W,  then Adam',
  summary:
    'Adam with weights that shrink by themselves, apart from the gradient: keeps a large network from fitting noise.',
  fields: { ...adam.fields, weightDecay: weightDecay(0.01) },
  slots: adam.slots,
  update(fields, parameter, gradient, slots, step) {
    const kept = 1 - fields.learningRate! * fields.weightDecay!;
    for (let i = 0; i < parameter.length; i++) parameter[i]! *= kept;
    adam.update(fields, parameter, gradient, slots, step);
  },
};
