import type { Library } from '../ops/entry';
import { families } from './all';

export const numpy: Library = {
  name: 'numpy',
  families,
  aliases: { 'numpy.core.numeric': 'numpy', 'numpy.matlib': 'numpy' },
};
