import type { Dim } from '../sizes/size';
import { type ArrayValue, unknown, type Value } from '../values/value';

/** The full name of NumPy's array class. */
export const ndarray = 'numpy.ndarray';

/** An array of NumPy; unknown rank where no shape is given. */
export function numpyArray(shape: readonly Dim[] | undefined, dtype?: string): ArrayValue {
  return { kind: 'array', type: ndarray, shape, dtype };
}

/** The same array with another shape. */
export function withShape(of: ArrayValue, shape: readonly Dim[] | undefined): Value {
  return shape || of.shape ? { kind: 'array', type: of.type, shape, dtype: of.dtype } : unknown;
}
