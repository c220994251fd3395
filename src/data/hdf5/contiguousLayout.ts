import { numbersOf } from '../arrays/numbersOf';
import { sizeOf } from '../arrays/numericArray';
import type { SourceFile } from '../bytes/sourceFile';
import type { BinaryLayout } from '../rows/binaryRows';
import type { Hdf5Dataset } from './hdf5Dataset';
import { rowReader } from './rowReader';

/**
 * Where the rows of a data set lie, if they lie one after the other, as they do unless it was made in chunks. Then they
 * need not be asked of the library, which reads 64 kB for each of them. It doesn't say where they are, but they are where it reads: that is
 * found at the first row and proved at the middle and the last, with their numbers. Undefined where it isn't so.
 */
export function contiguousLayout(file: SourceFile, dataset: Hdf5Dataset): BinaryLayout | undefined {
  const { littleEndian, chunks } = dataset.metadata;
  const [m = 0, ...rest] = dataset.shape;
  const type = dataset.type && { ...dataset.type, littleEndian };
  const { readNow } = file;
  if (!readNow || !type || chunks) return undefined;
  const rows = rowReader(dataset);
  const width = sizeOf(rest);
  const rowBytes = width * type.bytes;
  let start: number | undefined;
  for (const row of [0, Math.floor((m - 1) / 2), m - 1]) {
    const wanted = rows(row, row + 1);
    const at = dataset.lastRead()?.offset;
    if (at === undefined) return undefined;
    start ??= at;
    if (at !== start + row * rowBytes) return undefined;
    const bytes = readNow(at, rowBytes);
    if (bytes.length < rowBytes) return undefined;
    const found = numbersOf(bytes, type);
    if (found.constructor !== wanted.constructor) return undefined;
    if (found.some((number, i) => !Object.is(number, wanted[i]))) return undefined;
  }
  return start === undefined ? undefined : { start, type, width };
}
