import { DataError } from '../dataError';
import { Crc32 } from './crc32';

/** What is written in a file about bytes of it: a checksum, and how many they are. */
export interface Sums {
  /** CRC-32. */
  readonly crc: number;
  readonly size: number;
}

/** Counts bytes that go by, and says whether they are those that were written. */
export class Check {
  private readonly crc = new Crc32();
  size = 0;

  add(bytes: Uint8Array): void {
    this.crc.add(bytes);
    this.size += bytes.length;
  }

  /** Throws where the sums aren't those of the bytes. `modulo` is where a size in the file starts again from 0. */
  expect(name: string, { crc, size }: Sums, modulo = Number.POSITIVE_INFINITY): void {
    const found = modulo === Number.POSITIVE_INFINITY ? this.size : this.size % modulo;
    if (found !== size) throw damaged(name, `${found} bytes came out of it, where it says ${size}`);
    if (this.crc.value !== crc) throw damaged(name, 'its checksum (CRC-32) isn’t that of its bytes');
  }
}

/** The same bytes; a fault at their end where they aren't those that `sums` tell of, and as soon as they are more. */
export async function* checked(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  sums: Sums,
): AsyncGenerator<Uint8Array, undefined> {
  const check = new Check();
  for await (const chunk of bytes) {
    check.add(chunk);
    if (check.size > sums.size)
      throw damaged(name, `more than the ${sums.size} bytes that it says come out of it`);
    yield chunk;
  }
  check.expect(name, sums);
}

function damaged(name: string, what: string): DataError {
  return new DataError(`${name} is damaged: ${what}. Get the file again, or write it anew.`, {
    code: 'bad-data-file',
  });
}
