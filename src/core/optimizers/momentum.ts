import { decay, learningRate } from './fields/hyperparameters';
import type { Optimizer } from './optimizer';

/** The running average carries the factor (1 − β), as in Andrew Ng's course; PyTorch's momentum leaves it out. */
export const momentum: Optimizer = {
  type: 'momentum',
  title: 'Momentum',
  formula: 'v := β·v + (1 − β)·dW,  W := W − α·v',
  summary: 'Steps along a running average of the gradients, which evens out zigzags.',
  fields: { learningRate: learningRate(0.01), beta: decay('β', 0.9, 'the gradients') },
  slots: ['v'],
  linear: true,
  update({ learningRate, beta }, parameter, gradient, [v]) {
    for (let i = 0; i < parameter.length; i++) {
      v![i] = beta! * v![i]! + (1 - beta!) * gradient[i]!;
      parameter[i]! -= learningRate! * v![i]!;
    }
  },
};
