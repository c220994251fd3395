import type { Library } from '../ops/entry';
import { families } from './all';

/** Python's own functions and types, and a few modules of its standard library. */
export const builtins: Library = { name: 'builtins', families };
