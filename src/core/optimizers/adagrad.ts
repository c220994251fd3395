import { epsilon, learningRate } from './fields/hyperparameters';
import type { Optimizer } from './optimizer';

export const adagrad: Optimizer = {
  type: 'adagrad',
  title: 'Adagrad',
  formula: 's := s + dW²,  W := W − α·dW / (√s + ε)',
  summary: 'Divides each step by all the gradients seen so far: suits inputs of which most are zero.',
  fields: { learningRate: learningRate(0.01), epsilon: epsilon(1e-10) },
  slots: ['s'],
  update({ learningRate, epsilon }, parameter, gradient, [s]) {
    for (let i = 0; i < parameter.length; i++) {
      const g = gradient[i]!;
      s![i]! += g * g;
      parameter[i]! -= (learningRate! * g) / (Math.sqrt(s![i]!) + epsilon!);
    }
  },
};
