import type { Numbers } from './numericArray';
import { conversionOf, isKeptAsStored, type StoredType, toMachineOrder } from './storedType';

/** The numbers that bytes of a file hold, in the type they are kept in. `bytes` begin their buffer, and may be kept. */
export function numbersOf(bytes: Uint8Array, type: StoredType): Numbers {
  const { kept, read } = conversionOf(type)!;
  if (isKeptAsStored(type)) {
    toMachineOrder(bytes, type);
    return new kept(bytes.buffer, 0, bytes.length / type.bytes);
  }
  const numbers = new kept(bytes.length / type.bytes);
  convert(bytes, type, read!, numbers, 0);
  return numbers;
}

/** Writes the numbers that `bytes` hold into `numbers` from `index` on. */
export function convert(
  bytes: Uint8Array,
  type: StoredType,
  read: (view: DataView, at: number, littleEndian: boolean) => number,
  numbers: Numbers,
  index: number,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let offset = 0; offset < bytes.length; offset += type.bytes) {
    numbers[index++] = read(view, offset, type.littleEndian);
  }
}
