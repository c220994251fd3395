import * as z from 'zod';
import type { Augmentation } from './augmentation';
import { probability } from './fields/probability';
import { bound } from './picture/picture';

export const noise: Augmentation = {
  kind: 'change',
  type: 'noise',
  title: 'Noise',
  formula: 'v := v + σ·z, z ~ N(0, 1)',
  summary: 'Adds normal noise to every value; of tables, to the columns of numbers.',
  fields: {
    deviation: z.number().min(0).max(1000).default(0.05).meta({
      title: 'Deviation',
      description:
        'σ: of pictures, as a share of white; of tables, in the units that the network receives, which are standard deviations where the data are standardised.',
    }),
    ...probability(),
  },
  change({ deviation }, draws, picture) {
    const { values, white } = picture;
    draws.addNormals(values, deviation! * white);
    bound(picture);
  },
  changeNumbers({ deviation }, draws, numbers, at, count, which) {
    for (let j = 0; j < count; j++) if (which?.[j] ?? true) numbers[at + j]! += deviation! * draws.normal();
  },
};
