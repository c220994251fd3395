import type { ByteStream } from '../bytes/byteStream';
import { DataError } from '../dataError';
import { type Reading, report } from '../reading';
import { convert } from './numbersOf';
import { allocate, type Numbers } from './numericArray';
import { conversionOf, isKeptAsStored, type StoredType, toMachineOrder } from './storedType';

const pieceBytes = 1 << 20;

/** The next `count` numbers of a stream, in the type they are kept in. The caller has checked that the file can hold them. */
export async function readNumbers(
  stream: ByteStream,
  type: StoredType,
  count: number,
  reading?: Reading,
): Promise<Numbers> {
  const conversion = conversionOf(type)!;
  const numbers = allocate(conversion.kept, count, stream.name);
  const total = count * type.bytes;

  if (isKeptAsStored(type)) {
    const bytes = new Uint8Array(numbers.buffer);
    for (let at = 0; at < total; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes);
      if ((await stream.fill(piece)) < piece.length) throw stream.truncated(total - at);
      report(reading, at / total);
    }
    toMachineOrder(bytes, type);
    return numbers;
  }

  const read = conversion.read!;
  let index = 0;
  for (let at = 0; at < total; at += pieceBytes) {
    const piece = await stream.take(Math.min(pieceBytes, total - at));
    convert(piece, type, read, numbers, index);
    index += piece.length / type.bytes;
    report(reading, at / total);
  }
  return numbers;
}

/** Throws where the values of an array aren't the last of a stream. Where it is packed, its checksum is checked by this. */
export async function expectEnd(stream: ByteStream): Promise<void> {
  if ((await stream.finish(0)) === 0) return;
  throw new DataError(
    `${stream.name} goes on behind the values that its header tells of. It is damaged, or holds several arrays: save each in a file of its own, or all with np.savez.`,
    { code: 'bad-data-file' },
  );
}
