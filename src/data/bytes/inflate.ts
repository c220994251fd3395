import { Inflate } from 'fflate';
import { DataError } from '../dataError';

// small, because deflate makes up to 1032 times as much of it at once
const stepSize = 16 * 1024;

/** What deflate can make of a byte at most (RFC 1951: 258 bytes from two bits): a greater claim is a lie. */
export const deflateRatio = 1032;

/** What the decompressor of fflate 0.8.3 knows and doesn't tell: where a deflate stream ends. */
interface InflateState {
  /** The bytes that aren't used yet. */
  readonly p: Uint8Array;
  /** `f`: the last block has begun; `l`: the codes of a block that goes on; `p`: bits of the first byte that are used. */
  readonly s: { readonly f?: number; readonly l?: unknown; readonly p?: number };
}

/** One deflate stream, pushed piece by piece. */
class Deflated {
  private readonly ready: Uint8Array[] = [];
  private readonly inflate = new Inflate(bytes => {
    if (bytes.length > 0) this.ready.push(bytes);
  });

  constructor(private readonly name: string) {}

  /** What comes out of `bytes`, the next of the stream. */
  push(bytes: Uint8Array): Uint8Array[] {
    try {
      this.inflate.push(bytes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DataError(`${this.name} can't be decompressed (${reason}). The file is damaged.`, {
        code: 'bad-data-file',
      });
    }
    return this.ready.splice(0);
  }

  /** The bytes behind the end of the stream, once it is reached. */
  get rest(): Uint8Array | undefined {
    const { s: state, p: unused } = this.inflate as unknown as InflateState;
    if (!state.f || state.l) return undefined;
    return unused.subarray(state.p ? 1 : 0);
  }
}

/**
 * The bytes of a deflate stream, decompressed as they are asked for, so that no more is in memory than is being used.
 * Returns the first bytes behind its end, of those that were taken from `chunks`.
 */
export async function* inflated(
  name: string,
  chunks: AsyncIterator<Uint8Array, undefined>,
): AsyncGenerator<Uint8Array, Uint8Array> {
  const stream = new Deflated(name);
  for (let { value: chunk } = await chunks.next(); chunk; { value: chunk } = await chunks.next()) {
    for (let from = 0; from < chunk.length; from += stepSize) {
      yield* stream.push(chunk.subarray(from, from + stepSize));
      const { rest } = stream;
      if (!rest) continue;
      const behind = chunk.subarray(from + stepSize);
      return behind.length > 0 ? joined(rest, behind) : rest;
    }
  }
  throw new DataError(`${name} can't be decompressed (unexpected EOF). The file is cut off or damaged.`, {
    code: 'bad-data-file',
  });
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
