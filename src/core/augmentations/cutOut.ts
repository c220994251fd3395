import * as z from 'zod';
import type { Augmentation } from './augmentation';
import { probability } from './fields/probability';

/** DeVries and Taylor, 2017: the centre is any pixel, so that a part of the square may lie outside. */
export const cutOut: Augmentation = {
  kind: 'change',
  type: 'cut-out',
  title: 'Cut-out',
  formula: 'v := 0 in a rectangle, anywhere',
  summary: 'Covers a part of the picture with black, so that the network can’t go by one feature alone.',
  fields: {
    size: z.number().min(0).max(100).default(0.25).meta({
      title: 'Size',
      description: 'Height and width of what is cut out, as a share of the picture’s.',
    }),
    ...probability(),
  },
  change({ size }, draws, { values, height, width, channels }) {
    const [high, wide] = [Math.round(size! * height), Math.round(size! * width)];
    const top = draws.below(height) - Math.floor(high / 2);
    const left = draws.below(width) - Math.floor(wide / 2);
    const [from, to] = [Math.max(0, left) * channels, Math.min(width, left + wide) * channels];
    const rowLength = width * channels;
    for (let y = Math.max(0, top); y < Math.min(height, top + high); y++) {
      if (to > from) values.fill(0, y * rowLength + from, y * rowLength + to);
    }
  },
  fault: ({ size }) =>
    size! >= 1
      ? {
          field: 'size',
          message: `A cut-out of ${size} of the picture can leave none of it. Cut out less than 1.`,
          instead: 0.25,
        }
      : undefined,
};
