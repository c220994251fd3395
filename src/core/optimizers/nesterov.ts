import { decay, learningRate } from './fields/hyperparameters';
import type { Optimizer } from './optimizer';

/** Nesterov, 1983, as PyTorch writes it, with the course's factor (1 − β): its learning rate is α·(1 − β) there. */
export const nesterov: Optimizer = {
  type: 'nesterov',
  title: 'Nesterov momentum',
  formula: 'v := β·v + (1 − β)·dW,  W := W − α·(β·v + (1 − β)·dW)',
  summary:
    'Momentum that looks ahead: the step is the one after the running average has been brought up to date.',
  fields: { learningRate: learningRate(0.01), beta: decay('β', 0.9, 'the gradients') },
  slots: ['v'],
  linear: true,
  update({ learningRate, beta }, parameter, gradient, [v]) {
    for (let i = 0; i < parameter.length; i++) {
      const taken = (1 - beta!) * gradient[i]!;
      v![i] = beta! * v![i]! + taken;
      parameter[i]! -= learningRate! * (beta! * v![i]! + taken);
    }
  },
};
