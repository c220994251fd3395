import { formatShape } from '../../core/shape';
import { bytesText, counted } from '../sentence';
import { sizeOf } from './numericArray';
import { nameOfType, type StoredType } from './storedType';

/**
 * Why an array can't be what its header says, where the file has only `available` more bytes: so that a header that
 * claims 300 million numbers costs no memory. Undefined where it can.
 */
export function claimsTooMuch(
  name: string,
  shape: readonly number[],
  type: StoredType,
  available: number,
): string | undefined {
  const needed = sizeOf(shape) * type.bytes;
  if (needed <= available) return undefined;
  const claim = `${counted(sizeOf(shape), 'value')} ${formatShape(shape)} of ${nameOfType(type)}, ${bytesText(needed)}`;
  return `${name} says it holds ${claim}, but the file is too short for that. It is cut off or damaged.`;
}
