import { decay, epsilon, learningRate } from './fields/hyperparameters';
import type { Optimizer } from './optimizer';

export const rmsprop: Optimizer = {
  type: 'rmsprop',
  title: 'RMSprop',
  formula: 's := β·s + (1 − β)·dW²,  W := W − α·dW / (√s + ε)',
  summary:
    'Divides each step by the recent size of the gradient, so that every parameter moves at its own pace.',
  fields: {
    learningRate: learningRate(0.001),
    beta: decay('β', 0.9, 'the squared gradients'),
    epsilon: epsilon(1e-8),
  },
  slots: ['s'],
  update({ learningRate, beta, epsilon }, parameter, gradient, [s]) {
    for (let i = 0; i < parameter.length; i++) {
      const g = gradient[i]!;
      s![i] = beta! * s![i]! + (1 - beta!) * g * g;
      parameter[i]! -= (learningRate! * g) / (Math.sqrt(s![i]!) + epsilon!);
    }
  },
};
