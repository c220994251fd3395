import { numbersOf } from '../arrays/numbersOf';
import type { Numbers } from '../arrays/numericArray';
import { sizeOf } from '../arrays/numericArray';
import { lzf } from './filters';
import type { Hdf5Dataset } from './hdf5Dataset';
import { lzfRows } from './lzfRows';

/** Rows `from … to` of a data set, one after the other, in the type they are kept in. */
export type RowReader = (from: number, to: number) => Numbers;

export function rowReader(dataset: Hdf5Dataset): RowReader {
  const { shape, filters } = dataset;
  const type = dataset.type!;
  if (filters.some(({ id }) => id === lzf)) {
    const rows = lzfRows(dataset);
    return (from, to) => numbersOf(rows(from, to), type);
  }
  const rest = shape.slice(1);
  const zeros = rest.map(() => 0);
  return (from, to) => {
    const bytes = dataset.read([from, ...zeros], [to - from, ...rest]);
    if (bytes?.length !== (to - from) * sizeOf(rest) * type.bytes)
      throw new Error('a piece of it is cut off');
    return numbersOf(bytes, type);
  };
}
