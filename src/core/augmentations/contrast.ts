import type { Augmentation } from './augmentation';
import { amount } from './fields/amount';
import { probability } from './fields/probability';
import { bound, meanGrey } from './picture/picture';

export const contrast: Augmentation = {
  kind: 'change',
  type: 'contrast',
  title: 'Contrast',
  formula: 'v := μ + f·(v − μ), μ the mean brightness',
  summary: 'Moves the values of pictures away from their mean brightness, or towards it.',
  fields: { ...amount(0.2), ...probability() },
  change({ amount }, draws, picture) {
    const factor = draws.between(1 - amount!, 1 + amount!);
    const { values } = picture;
    const mean = meanGrey(picture);
    for (let i = 0; i < values.length; i++) values[i] = mean + factor * (values[i]! - mean);
    if (factor > 1) bound(picture);
  },
};
