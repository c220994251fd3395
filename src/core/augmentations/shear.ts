import * as z from 'zod';
import type { Augmentation } from './augmentation';
import { border } from './fields/border';
import { probability } from './fields/probability';
import { identity } from './picture/affineMap';

export const shear: Augmentation = {
  kind: 'movement',
  type: 'shear',
  title: 'Shear',
  formula: 'x ↦ x + y·tan θ, θ from −degrees to degrees',
  summary: 'Slants pictures, as handwriting is.',
  fields: {
    degrees: z.number().min(0).max(80).default(10).meta({
      title: 'Degrees',
      description: 'The largest slant, to both sides.',
    }),
    ...border,
    ...probability(),
  },
  map({ degrees }, draws) {
    return { ...identity, xy: -Math.tan((draws.between(-degrees!, degrees!) * Math.PI) / 180) };
  },
};
