import { formatShape } from '../../core/shape';
import { type Numbers, type NumericArray, sizeOf } from '../arrays/numericArray';
import { reverseAxes } from '../arrays/reorder';
import { firstRounded, sayRounded } from '../arrays/rounded';
import { DataError } from '../dataError';
import type { Files } from '../files';
import type { Preprocessing } from '../preprocessing';
import type { Reading } from '../reading';
import { isInFile } from '../rows/rowsInFile';
import { findArray, openArray, readArray } from '../sources/arrayAddress';
import { namesToType, type RawInputs } from './rawInputs';

/** An array of examples `(m, …)`, one example without its axis of examples, or, in the notes' way, `(n_x, m)`. */
export async function readArrayInputs(
  address: string,
  preprocessing: Preprocessing,
  files: Files,
  reading?: Reading,
  streamAbove?: number,
): Promise<RawInputs> {
  const width = sizeOf(preprocessing.inputShape);
  const found = await findArray(files, address, reading);
  const { data, m } = hasRows(found.shape, width)
    ? { ...(await openArray(files, address, streamAbove, reading)), m: found.shape[0]! }
    : upright(await readArray(files, address, reading), preprocessing, address);
  const rounded = isInFile(data) ? undefined : firstRounded(found.type, data);
  return {
    m,
    data,
    notes: rounded === undefined ? [] : [sayRounded(address, rounded)],
    columns: namesToType(preprocessing),
    row: index =>
      Array.from(
        isInFile(data) ? data.readNow(index) : data.subarray(index * width, (index + 1) * width),
        String,
      ),
  };
}

/** Whether the first axis counts examples of `width` values each. */
function hasRows(shape: readonly number[], width: number): boolean {
  return shape.length > 0 && shape[0]! > 0 && sizeOf(shape.slice(1)) === width;
}

/** One example without its axis of examples, or an example a column. */
function upright(
  array: NumericArray,
  { inputShape }: Preprocessing,
  address: string,
): { readonly m: number; readonly data: Numbers } {
  const { shape, data } = array;
  const width = sizeOf(inputShape);
  if (shape.length > 0 && shape[0]! > 0) {
    if (shape.join() === inputShape.join() || (shape.length === 1 && shape[0] === width))
      return { m: 1, data };
    if (shape.length === 2 && shape[0] === width)
      return { m: shape[1]!, data: reverseAxes(array, address).data };
  }
  throw new DataError(
    `${address} has shape ${formatShape(shape)}, but the network takes examples of shape ${formatShape(inputShape)}, ${width} values each.`,
    { code: 'wrong-width' },
  );
}
