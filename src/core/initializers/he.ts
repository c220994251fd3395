import type { Initializer } from './initializer';

export const he: Initializer = {
  type: 'he',
  title: 'He',
  formula: 'W = np.random.randn(n_out, n_in) * np.sqrt(2 / n_in)',
  summary: 'Xavier for ReLU layers, which let half of the values through.',
  fields: {},
  fill(_fields, weights, fan, random) {
    const factor = Math.sqrt(2 / fan.in);
    for (let i = 0; i < weights.length; i++) weights[i] = random.randn() * factor;
  },
};
