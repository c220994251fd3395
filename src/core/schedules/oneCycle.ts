import * as z from 'zod';
import { end } from './fields/timing';
import type { Schedule } from './schedule';

/** Smith and Topin, 2018, with cosines as PyTorch draws it; the momentum stays as it is. */
export const oneCycle: Schedule = {
  type: 'one-cycle',
  title: 'One cycle',
  formula: 'α from α₀·start up to α₀ in the first share of T, then down to α₀·end, along cosines',
  summary: 'Rises to the learning rate and falls to nearly nothing: bears a higher rate than others.',
  fields: {
    start: z.number().gt(0).max(1).default(0.04).meta({
      title: 'Start',
      description: 'The share of the learning rate that it begins with.',
    }),
    rise: z.number().gt(0).lt(1).default(0.3).meta({
      title: 'Rise',
      description: 'The share of the time in which it rises.',
    }),
    end: end(4e-6),
  },
  factor({ start, rise, end }, { t, length }) {
    const top = Math.max(0, rise! * length - 1);
    const last = Math.max(top, length - 1);
    if (t <= top) return top === 0 ? 1 : along(start!, 1, t / top);
    return along(1, end!, Math.min(1, (t - top) / (last - top)));
  },
};

/** From one value to another along half a cosine, by the share of the way. */
const along = (from: number, to: number, share: number) =>
  to + ((from - to) / 2) * (1 + Math.cos(Math.PI * share));
