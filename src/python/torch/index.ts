import type { Library } from '../ops/entry';
import { families } from './all';

/** PyTorch, and the data sets and transforms of torchvision. */
export const torch: Library = {
  name: 'torch',
  families,
  aliases: {
    'torch.functional': 'torch',
    'torch.nn.modules': 'torch.nn',
    'torchvision.transforms.v2': 'torchvision.transforms',
  },
};
