import * as z from 'zod';
import type { Augmentation } from './augmentation';
import { border } from './fields/border';
import { probability } from './fields/probability';

export const rotate: Augmentation = {
  kind: 'movement',
  type: 'rotate',
  title: 'Rotate',
  formula: 'θ from −degrees to degrees',
  summary: 'Turns pictures around their centre.',
  fields: {
    degrees: z.number().min(0).max(180).default(10).meta({
      title: 'Degrees',
      description: 'The largest angle, to both sides.',
    }),
    ...border,
    ...probability(),
  },
  map({ degrees }, draws) {
    const angle = (draws.between(-degrees!, degrees!) * Math.PI) / 180;
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
    return { yy: cosine, yx: sine, y0: 0, xy: -sine, xx: cosine, x0: 0 };
  },
};
