import type { Initializer } from './initializer';

export const zeros: Initializer = {
  type: 'zeros',
  title: 'Zeros',
  formula: 'W = 0',
  summary: 'For logistic regression only: in a hidden layer every unit would learn the same.',
  fields: {},
  fill(_fields, weights) {
    weights.fill(0);
  },
};
