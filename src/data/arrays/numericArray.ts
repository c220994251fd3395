import { DataError } from '../dataError';
import { bytesBeyond } from '../sentence';

/** The types numbers are kept in. */
export type Numbers =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** Numbers in a shape, the last axis running fastest (C order), in their own type. */
export interface NumericArray {
  readonly shape: readonly number[];
  readonly data: Numbers;
}

/** What is known of an array without reading it. */
export interface ArrayHeader {
  /** The name inside the file: `train_set_x`; empty where a file holds only one. */
  readonly name: string;
  /** As NumPy calls it: `uint8`, `float64`, `bool`; else what it is, such as `object` or `link`, which can't be read as numbers. */
  readonly type: string;
  readonly shape: readonly number[];
  /** Whether the rows along its first axis can be read from the file one by one. */
  readonly byRows?: boolean;
  /** Where its values can't be read as numbers: a sentence that says why. */
  readonly unreadable?: string;
}

/** Most bytes that one array may take in memory. */
export const memoryLimit = 2 ** 31;

/** Bytes that the values of an array take in their file, before any compression. */
export function storedBytes({ type, shape }: ArrayHeader): number {
  const bits = Number(/(?<!\d)\d+$/.exec(type)?.[0] ?? 8);
  return (sizeOf(shape) * bits) / 8;
}

/** The number of values in a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Room for `length` numbers of a type; a fault where that is more than fits. `what` begins the sentence: `x.npy`. */
export function allocate<T extends Numbers>(
  type: { new (length: number): T; readonly BYTES_PER_ELEMENT: number },
  length: number,
  what: string,
): T {
  const bytes = length * type.BYTES_PER_ELEMENT;
  if (!(bytes <= memoryLimit)) throw tooBig(what, bytes);
  try {
    return new type(length);
  } catch (error) {
    if (error instanceof RangeError) throw tooBig(what, bytes);
    throw error;
  }
}

export function tooBig(what: string, bytes: number): DataError {
  const [needed, room] = bytesBeyond(bytes, memoryLimit);
  return new DataError(
    `${what} needs ${needed} of memory, more than the ${room} that can be used here. Take a part of it, or save it as an NPY file with an example a row (np.save, in C order), whose rows are read as they are needed.`,
    { code: 'data-too-big' },
  );
}
