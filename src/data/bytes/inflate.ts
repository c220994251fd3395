import { Gunzip, Inflate } from 'fflate';
import { DataError } from '../dataError';

// small, because deflate makes up to 1032 times as much of it at once
const stepSize = 16 * 1024;

/** Decompresses chunks as they are asked for, so that no more is in memory than is being used. */
async function* decompress(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  decompressor: Gunzip | Inflate,
): AsyncGenerator<Uint8Array, undefined> {
  let ready: Uint8Array[] = [];
  decompressor.ondata = (bytes: Uint8Array) => {
    if (bytes.length > 0) ready.push(bytes);
  };
  const push = (bytes: Uint8Array, last: boolean) => {
    try {
      decompressor.push(bytes, last);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DataError(`${name} can't be decompressed (${reason}). The file is damaged.`, {
        code: 'bad-data-file',
      });
    }
  };
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += stepSize) {
      push(chunk.subarray(from, from + stepSize), false);
      const made = ready;
      ready = [];
      yield* made;
    }
  }
  push(new Uint8Array(0), true);
  yield* ready;
}

/** The bytes inside gzip. */
export function gunzip(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, undefined> {
  return decompress(name, chunks, new Gunzip());
}

/** The bytes inside a bare deflate stream, as zip files hold them. */
export function inflate(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, undefined> {
  return decompress(name, chunks, new Inflate());
}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** What deflate can make of a byte at most (RFC 1951: 258 bytes from two bits): a greater claim is a lie. */
export const deflateRatio = 1032;
