import { decay, epsilon, learningRate } from './fields/hyperparameters';
import type { Optimizer } from './optimizer';

/** Kingma and Ba, 2015, algorithm 1, with bias correction; t counts steps from 1. */
export const adam: Optimizer = {
  type: 'adam',
  title: 'Adam',
  formula:
    'v := β₁·v + (1 − β₁)·dW,  s := β₂·s + (1 − β₂)·dW²,  W := W − α·v/(1 − β₁ᵗ) / (√(s/(1 − β₂ᵗ)) + ε)',
  summary: 'Momentum and RMSprop together: a good first choice.',
  fields: {
    learningRate: learningRate(0.001),
    beta1: decay('β₁', 0.9, 'the gradients'),
    beta2: decay('β₂', 0.999, 'the squared gradients'),
    epsilon: epsilon(1e-8),
  },
  slots: ['v', 's'],
  update({ learningRate, beta1, beta2, epsilon }, parameter, gradient, [v, s], step) {
    const vCorrection = 1 - beta1! ** step;
    const sCorrection = 1 - beta2! ** step;
    for (let i = 0; i < parameter.length; i++) {
      const g = gradient[i]!;
      v![i] = beta1! * v![i]! + (1 - beta1!) * g;
      s![i] = beta2! * s![i]! + (1 - beta2!) * g * g;
      parameter[i]! -=
        (learningRate! * (v![i]! / vCorrection)) / (Math.sqrt(s![i]! / sCorrection) + epsilon!);
    }
  },
};
