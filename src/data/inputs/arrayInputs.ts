import { formatShape } from '../../core/shape';
import { type NumericArray, sizeOf } from '../arrays/numericArray';
import { reverseAxes } from '../arrays/reorder';
import { DataError } from '../dataError';
import type { Files } from '../files';
import type { Preprocessing } from '../preprocessing';
import type { Reading } from '../reading';

import { readArray } from '../sources/arrayAddress';
import { namesToType, type RawInputs } from './rawInputs';

/** An array of examples `(m, …)`, one example without its axis of examples, or, in the notes' way, `(n_x, m)`. */
export async function readArrayInputs(
  address: string,
  preprocessing: Preprocessing,
  files: Files,
  reading?: Reading,
): Promise<RawInputs> {
  const array = upright(await readArray(files, address, reading), preprocessing, address);
  const width = sizeOf(preprocessing.inputShape);
  return {
    m: array.shape[0]!,
    data: array.data,
    columns: namesToType(preprocessing),
    row: index => Array.from(array.data.subarray(index * width, (index + 1) * width), String),
  };
}

function upright(array: NumericArray, { inputShape }: Preprocessing, address: string): NumericArray {
  const { shape, data } = array;
  const width = sizeOf(inputShape);
  if (shape.length > 0 && shape[0]! > 0) {
    if (sizeOf(shape.slice(1)) === width && (shape.length > 1 || width === 1)) return array;
    if (shape.join() === inputShape.join() || (shape.length === 1 && shape[0] === width))
      return { shape: [1, ...shape], data };
    if (shape.length === 2 && shape[0] === width) return reverseAxes(array, address);
  }
  throw new DataError(
    `${address} has shape ${formatShape(shape)}, but the network takes examples of shape ${formatShape(inputShape)}, ${width} values each.`,
    { code: 'wrong-width' },
  );
}
