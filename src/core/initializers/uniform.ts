import { scale } from './fields/scale';
import type { Initializer } from './initializer';

export const uniform: Initializer = {
  type: 'uniform',
  title: 'Uniform × scale',
  formula: 'W = np.random.rand(n_out, n_in) * scale',
  summary:
    'Random numbers from 0 up to the scale; none is negative, so normal is nearly always the better choice.',
  fields: { scale },
  fill({ scale }, weights, _fan, random) {
    for (let i = 0; i < weights.length; i++) weights[i] = random.rand() * scale!;
  },
};
