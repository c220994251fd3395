import type { Library } from '../ops/entry';
import { families } from './all';

export const sklearn: Library = { name: 'sklearn', families };
