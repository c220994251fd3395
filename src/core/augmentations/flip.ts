import * as z from 'zod';
import type { Augmentation } from './augmentation';
import { probability } from './fields/probability';
import { identity } from './picture/affineMap';

export const flip: Augmentation = {
  kind: 'movement',
  type: 'flip',
  title: 'Flip',
  formula: 'x ↦ −x, or y ↦ −y',
  summary: 'Mirrors pictures: of what looks the same from both sides, such as cats, but not letters.',
  fields: {
    direction: z
      .enum(['horizontal', 'vertical', 'both'])
      .default('horizontal')
      .meta({
        title: 'Direction',
        description: 'Which way pictures are mirrored.',
        enumDescriptions: [
          'Left becomes right.',
          'Top becomes bottom.',
          'Each of the two, one as well as the other.',
        ],
      }),
    ...probability(0.5),
  },
  map({ direction }, draws) {
    const word = String(direction);
    if (word === 'horizontal') return { ...identity, xx: -1 };
    if (word === 'vertical') return { ...identity, yy: -1 };
    // what is flipped at all is flipped one way, the other, or both
    const way = draws.below(3);
    return { ...identity, xx: way === 1 ? 1 : -1, yy: way === 0 ? 1 : -1 };
  },
};
