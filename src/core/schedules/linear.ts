import { end } from './fields/timing';
import type { Schedule } from './schedule';

export const linear: Schedule = {
  type: 'linear',
  title: 'Linear',
  formula: 'α = α₀·(1 + (end − 1)·t/T)',
  summary: 'Falls evenly to the end.',
  fields: { end: end(0) },
  factor: ({ end }, { t, length }) => 1 + ((end! - 1) * t) / Math.max(1, length),
};
