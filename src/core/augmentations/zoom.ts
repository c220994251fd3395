import * as z from 'zod';
import type { Augmentation } from './augmentation';
import { border } from './fields/border';
import { probability } from './fields/probability';
import { identity } from './picture/affineMap';

export const zoom: Augmentation = {
  kind: 'movement',
  type: 'zoom',
  title: 'Zoom',
  formula: 'x ↦ f·x, y ↦ f·y',
  summary: 'Makes what is in pictures larger and smaller.',
  fields: {
    from: z.number().min(0).max(100).default(0.9).meta({
      title: 'From',
      description: 'The smallest factor; below 1 the picture shrinks and the border is seen.',
    }),
    to: z.number().min(0).max(100).default(1.1).meta({
      title: 'To',
      description: 'The largest factor.',
    }),
    ...border,
    ...probability(),
  },
  map({ from, to }, draws) {
    const factor = draws.between(from!, to!);
    return { ...identity, yy: 1 / factor, xx: 1 / factor };
  },
  fault({ from, to }) {
    if (from! > 0 && to! >= from!) return undefined;
    if (from! === 0)
      return {
        field: 'from',
        message: 'A zoom by 0 leaves no picture. Zoom from a factor above 0.',
        instead: 0.9,
      };
    return {
      field: 'to',
      message: `The zoom goes from ${from} to ${to}, which is smaller. Its largest factor comes second.`,
      instead: Math.max(from!, 1),
    };
  },
};
