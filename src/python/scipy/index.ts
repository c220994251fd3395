import type { Library } from '../ops/entry';
import { families } from './all';

export const scipy: Library = { name: 'scipy', families };
