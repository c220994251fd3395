import { allFinite, firstNotFinite } from '../../core/train/finite';
import { DataError } from '../dataError';
import type { Numbers } from './numericArray';

/**
 * Throws a fault at the first NaN or infinity.
 * @param indexOf where in the array of that name value i of `data` is
 */
export function checkFinite(data: Numbers, name: string, indexOf = (i: number) => i): void {
  if (!(data instanceof Float32Array || data instanceof Float64Array) || allFinite(data)) return;
  const i = firstNotFinite(data, data.length);
  throw new DataError(
    `${name} holds ${data[i]} (value ${indexOf(i)}), with which nothing can be computed. Fill or remove it first.`,
    { code: 'not-finite' },
  );
}
