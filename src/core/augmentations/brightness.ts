import type { Augmentation } from './augmentation';
import { amount } from './fields/amount';
import { probability } from './fields/probability';
import { bound } from './picture/picture';

export const brightness: Augmentation = {
  kind: 'change',
  type: 'brightness',
  title: 'Brightness',
  formula: 'v := f·v',
  summary: 'Makes pictures lighter and darker.',
  fields: { ...amount(0.2), ...probability() },
  change({ amount }, draws, picture) {
    const factor = draws.between(1 - amount!, 1 + amount!);
    const { values } = picture;
    for (let i = 0; i < values.length; i++) values[i]! *= factor;
    if (factor > 1) bound(picture);
  },
};
