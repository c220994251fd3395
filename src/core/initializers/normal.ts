import { scale } from './fields/scale';
import type { Initializer } from './initializer';

export const normal: Initializer = {
  type: 'normal',
  title: 'Normal × scale',
  formula: 'W = np.random.randn(n_out, n_in) * scale',
  summary: 'Small random numbers around 0.',
  fields: { scale },
  fill({ scale }, weights, _fan, random) {
    for (let i = 0; i < weights.length; i++) weights[i] = random.randn() * scale!;
  },
};
