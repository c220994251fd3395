import type { Initializer } from './initializer';

export const xavier: Initializer = {
  type: 'xavier',
  title: 'Xavier',
  formula: 'W = np.random.randn(n_out, n_in) / np.sqrt(n_in)',
  summary: 'Keeps the spread of the values alike from layer to layer.',
  fields: {},
  fill(_fields, weights, fan, random) {
    // a division, not a product with 1/√n: the last bit is NumPy's too
    const root = Math.sqrt(fan.in);
    for (let i = 0; i < weights.length; i++) weights[i] = random.randn() / root;
  },
};
