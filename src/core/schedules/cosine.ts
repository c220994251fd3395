import { end } from './fields/timing';
import type { Schedule } from './schedule';

/** Loshchilov and Hutter, 2017, formula 5, without restarts. */
export const cosine: Schedule = {
  type: 'cosine',
  title: 'Cosine',
  formula: 'α = α₀·(end + (1 − end)·(1 + cos(π·t/T))/2)',
  summary: 'Falls slowly, then fast, then slowly again to the end: a good first choice.',
  fields: { end: end(0) },
  factor: ({ end }, { t, length }) =>
    end! + ((1 - end!) * (1 + Math.cos((Math.PI * t) / Math.max(1, length)))) / 2,
};
