import type { Library } from '../ops/entry';
import { families } from './all';

export const tensorflow: Library = {
  name: 'tensorflow',
  families,
  aliases: { 'tensorflow.compat.v1': 'tensorflow', 'tensorflow.compat.v2': 'tensorflow' },
};
