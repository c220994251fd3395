import type { Augmentation } from './augmentation';
import { amount } from './fields/amount';
import { probability } from './fields/probability';
import { stretch } from './picture/picture';

export const brightness: Augmentation = {
  kind: 'change',
  type: 'brightness',
  title: 'Brightness',
  formula: 'v := f·v',
  summary: 'Makes pictures lighter and darker.',
  fields: { ...amount(0.2), ...probability() },
  change({ amount }, draws, picture) {
    stretch(picture, 0, draws.between(1 - amount!, 1 + amount!));
  },
};
