import type { Augmentation } from './augmentation';
import { amount } from './fields/amount';
import { probability } from './fields/probability';
import { meanGrey, stretch } from './picture/picture';

export const contrast: Augmentation = {
  kind: 'change',
  type: 'contrast',
  title: 'Contrast',
  formula: 'v := μ + f·(v − μ), μ the mean brightness',
  summary: 'Moves the values of pictures away from their mean brightness, or towards it.',
  fields: { ...amount(0.2), ...probability() },
  change({ amount }, draws, picture) {
    stretch(picture, meanGrey(picture), draws.between(1 - amount!, 1 + amount!));
  },
};
