import * as z from 'zod';
import type { Augmentation } from './augmentation';
import { border } from './fields/border';
import { probability } from './fields/probability';
import { identity } from './picture/affineMap';

const share = (title: string, what: string) =>
  z
    .number()
    .min(0)
    .max(100)
    .default(0.1)
    .meta({
      title,
      description: `The longest way ${what}, to both sides, as a share of the picture’s.`,
    });

export const shift: Augmentation = {
  kind: 'movement',
  type: 'shift',
  title: 'Shift',
  formula: 'x ↦ x + w·width, y ↦ y + h·height',
  summary: 'Moves pictures up, down and aside.',
  fields: {
    height: share('Height', 'up and down'),
    width: share('Width', 'aside'),
    ...border,
    ...probability(),
  },
  map({ height: up, width: aside }, draws, { height, width }) {
    return {
      ...identity,
      y0: -draws.between(-up!, up!) * height,
      x0: -draws.between(-aside!, aside!) * width,
    };
  },
  fault(fields) {
    const field = ['height', 'width'].find(name => fields[name]! >= 1);
    if (!field) return undefined;
    return {
      field,
      message: `A shift by ${fields[field]} of the picture’s ${field} can move all of it out of sight. Shift by less than 1.`,
      instead: 0.1,
    };
  },
};
