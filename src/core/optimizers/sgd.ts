import { learningRate } from './fields/hyperparameters';
import type { Optimizer } from './optimizer';

export const sgd: Optimizer = {
  type: 'sgd',
  title: 'Gradient descent',
  formula: 'W := W − α·dW',
  summary: 'Plain gradient descent; stochastic where the batches are smaller than the training set.',
  fields: { learningRate: learningRate(0.01) },
  slots: [],
  linear: true,
  update({ learningRate }, parameter, gradient) {
    for (let i = 0; i < parameter.length; i++) parameter[i]! -= learningRate! * gradient[i]!;
  },
};
