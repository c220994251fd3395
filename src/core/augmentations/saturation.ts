import type { Augmentation } from './augmentation';
import { amount } from './fields/amount';
import { probability } from './fields/probability';
import { bound, greyAt } from './picture/picture';

export const saturation: Augmentation = {
  kind: 'change',
  type: 'saturation',
  title: 'Saturation',
  formula: 'v := g + f·(v − g), g the grey of the pixel',
  summary: 'Makes colours stronger and paler.',
  needsColours: true,
  fields: { ...amount(0.2), ...probability() },
  change({ amount }, draws, picture) {
    const factor = draws.between(1 - amount!, 1 + amount!);
    const { values, channels } = picture;
    for (let at = 0; at < values.length; at += channels) {
      const grey = greyAt(picture, at);
      for (let c = at; c < at + channels; c++) values[c] = grey + factor * (values[c]! - grey);
    }
    if (factor > 1) bound(picture);
  },
};
