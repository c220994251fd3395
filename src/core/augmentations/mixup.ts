import * as z from 'zod';
import type { Augmentation } from './augmentation';
import { probability } from './fields/probability';

/** Zhang, Cissé, Dauphin and Lopez-Paz, 2018. */
export const mixup: Augmentation = {
  kind: 'mixture',
  type: 'mixup',
  title: 'Mixup',
  formula: 'x := λ·x + (1 − λ)·x′, y := λ·y + (1 − λ)·y′, λ ~ Beta(α, α)',
  summary: 'Mixes each example, and its label, with the one that comes after it in the epoch.',
  fields: {
    alpha: z.number().min(0.05).max(32).default(0.2).meta({
      title: 'Alpha',
      description: 'α: near 0 most of a mixture is one of the two, at 1 all shares are alike.',
    }),
    ...probability(),
  },
  share({ alpha }, draws) {
    const own = draws.gamma(alpha!);
    const other = draws.gamma(alpha!);
    return own / (own + other);
  },
};
