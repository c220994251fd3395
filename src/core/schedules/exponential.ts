import { factor } from './fields/timing';
import type { Schedule } from './schedule';

export const exponential: Schedule = {
  type: 'exponential',
  title: 'Exponential',
  formula: 'α = α₀·γᵗ',
  summary: 'Lowers the learning rate by the same share each time.',
  fields: { factor: factor(0.999) },
  factor: ({ factor }, { t }) => factor! ** t,
};
