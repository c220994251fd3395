import { type Setting, setting } from '../setting';
import { augmentations } from './all';
import type { Augmentation } from './augmentation';

export { augmentations } from './all';
export type { Augmentation, AugmentationFault } from './augmentation';

/** As it stands in the file, defaults filled in: `{ type: 'rotate', degrees: 10, border: 'reflect', probability: 1 }`. */
export type AugmentationSetting = Setting;

const { field, chosen } = setting<AugmentationSetting, Augmentation>(augmentations, {
  title: 'Augmentation',
  description: 'What is done to each example before a step sees it, another way in each epoch.',
});

export const augmentationField = field;

/** An augmentation by its type; an unknown one is our bug. */
export const augmentationOf = chosen;
