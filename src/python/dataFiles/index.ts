import type { Library } from '../ops/entry';
import { families } from './all';

/** What reads files: NumPy's loaders, h5py, pandas. */
export const dataFiles: Library = { name: 'data files', families };
