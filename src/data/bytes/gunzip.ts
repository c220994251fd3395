import { DataError } from '../dataError';
import { ByteStream } from './byteStream';
import { Check } from './checked';
import { inflated } from './inflate';

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The flags of a member's header (RFC 1952). */
const [headerCrc, extra, fileName, comment, reserved] = [2, 4, 8, 16, 0xe0] as const;
/** A name or a comment longer than this isn't one. */
const textLimit = 65_536;

/**
 * The bytes inside gzip: of all its members, one after the other, each with its checksum and size checked at its end.
 * Zeros behind a member are padding, as on a tape; anything else there is a fault.
 */
export async function* gunzip(
  name: string,
  chunks: AsyncIterator<Uint8Array, undefined>,
): AsyncGenerator<Uint8Array, undefined> {
  const packed = new ByteStream(name, chunks);
  try {
    do {
      await skipHeader(packed);
      const check = new Check();
      const bytes = inflated(name, packed.chunksLeft());
      let next = await bytes.next();
      for (; !next.done; next = await bytes.next()) {
        check.add(next.value);
        yield next.value;
      }
      packed.putBack(next.value);
      const trailer = new DataView((await packed.take(8)).buffer);
      check.expect(name, { crc: trailer.getUint32(0, true), size: trailer.getUint32(4, true) }, 2 ** 32);
    } while (await skipPadding(packed));
  } finally {
    await packed.close();
  }
}

async function skipHeader(packed: ByteStream): Promise<void> {
  const header = await packed.take(10);
  const [method, flags] = [header[2]!, header[3]!];
  if (!isGzip(header)) throw damaged(packed.name, 'something that isn’t gzip follows its end');
  if (method !== 8 || flags & reserved) throw damaged(packed.name, 'its header isn’t one of gzip');
  if (flags & extra) {
    const [low, high] = await packed.take(2);
    await packed.take(low! | (high! << 8));
  }
  for (const text of [fileName, comment]) {
    if (!(flags & text)) continue;
    for (let length = 0; (await packed.take(1))[0] !== 0; length++)
      if (length > textLimit) throw damaged(packed.name, 'its header doesn’t end');
  }
  if (flags & headerCrc) await packed.take(2);
}

/** Whether anything but zeros follows. */
async function skipPadding(packed: ByteStream): Promise<boolean> {
  for (let chunk = await packed.next(); chunk; chunk = await packed.next()) {
    const at = chunk.findIndex(byte => byte !== 0);
    if (at < 0) continue;
    packed.putBack(chunk.subarray(at));
    return true;
  }
  return false;
}

function damaged(name: string, what: string): DataError {
  return new DataError(`${name} can't be decompressed: ${what}. The file is damaged.`, {
    code: 'bad-data-file',
  });
}
