import * as z from 'zod';
import { borders } from '../../kernels/resampler';

/** What is seen where the picture doesn't reach. */
export const border = {
  border: z
    .enum(borders)
    .default('reflect')
    .meta({
      title: 'Border',
      description:
        'What is seen beyond the edges of the picture. All movements are one, so that they have one border.',
      enumDescriptions: [
        'The picture in a mirror: c b a | a b c.',
        'Its last pixels: a a a | a b c.',
        'Zeros, which are black: 0 0 0 | a b c.',
      ],
    }),
};
