import * as z from 'zod';
import type { PictureSize } from '../kernels/resampler';
import type { Augmentation, AugmentationFault } from './augmentation';
import { probability } from './fields/probability';

const side = (title: string) =>
  z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .meta({
      title,
      description: `The ${title.toLowerCase()} of the part that is seen, in pixels; it is brought back to the size of the picture.`,
      absent: '⅞ of the picture’s',
    });

const usual = (whole: number) => Math.max(1, Math.floor((whole * 7) / 8));

export const crop: Augmentation = {
  kind: 'movement',
  type: 'crop',
  title: 'Random crop',
  formula: 'a part of height × width, anywhere',
  summary: 'Shows a part of the picture, chosen anew each time, as large as the whole.',
  fields: { height: side('Height'), width: side('Width'), ...probability() },
  map(fields, draws, size) {
    const [height, width] = [fields.height ?? usual(size.height), fields.width ?? usual(size.width)];
    const top = draws.below(size.height - height + 1);
    const left = draws.below(size.width - width + 1);
    return {
      yy: height / size.height,
      yx: 0,
      y0: top + height / 2 - size.height / 2,
      xy: 0,
      xx: width / size.width,
      x0: left + width / 2 - size.width / 2,
    };
  },
  fault: (fields, size) => tooLarge('height', fields, size) ?? tooLarge('width', fields, size),
};

function tooLarge(
  field: 'height' | 'width',
  fields: Readonly<Record<string, string | number | undefined>>,
  { height, width, ...size }: PictureSize,
): AugmentationFault | undefined {
  const written = fields[field];
  const whole = { height, width, ...size }[field];
  if (typeof written !== 'number' || written <= whole) return undefined;
  return {
    field,
    message: `A crop of ${field} ${written} is larger than the picture, which is ${height} × ${width}. Crop to at most ${whole}.`,
    instead: usual(whole),
  };
}
