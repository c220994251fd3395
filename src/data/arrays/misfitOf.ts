import { formatShape } from '../../core/shape';
import type { Room } from '../bytes/room';
import { bytesText, counted } from '../sentence';
import { sizeOf } from './numericArray';
import { nameOfType, type StoredType } from './storedType';

/** Past this many bytes for each packed one an array is one value over and over: deflate itself ends at 1032. */
const mostRatio = 1000;
/** Below it nobody minds, and small arrays of zeros are common. */
const harmless = 100e6;

/**
 * Why an array can't be what its header says, or is a bomb, where the file has only so much room for it: so that a
 * header that claims 300 million numbers costs no memory. Undefined where it can be read.
 */
export function misfitOf(
  name: string,
  shape: readonly number[],
  type: StoredType,
  room: Room,
): string | undefined {
  const needed = sizeOf(shape) * type.bytes;
  const { bytes, packed = needed } = room;
  if (needed <= bytes && needed > harmless && needed > mostRatio * packed) {
    return `${name} packs ${bytesText(needed)} into ${bytesText(packed)}, as only one value over and over can be packed: there is nothing to learn from it, and it is not read.`;
  }
  if (needed < bytes && room.exact) {
    return `${name} holds ${bytesText(bytes - needed)} more than the ${bytesText(needed)} that its header tells of. It is damaged, or holds several arrays: save each in a file of its own, or all with np.savez.`;
  }
  if (needed <= bytes) return undefined;
  const claim = `${counted(sizeOf(shape), 'value')} ${formatShape(shape)} of ${nameOfType(type)}, ${bytesText(needed)}`;
  return `${name} says it holds ${claim}, but the file is too short for that. It is cut off or damaged.`;
}
