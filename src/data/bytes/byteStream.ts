import { DataError } from '../dataError';

/** Bytes that come one chunk after the other, taken in pieces of any size. Used by formats that are read from start to end. */
export class ByteStream {
  private chunk: Uint8Array = new Uint8Array(0);
  private at = 0;
  /** Bytes taken so far. */
  taken = 0;

  constructor(
    readonly name: string,
    private readonly chunks: AsyncIterator<Uint8Array, undefined>,
  ) {}

  /** Fills `target` as far as there are bytes, and says how many it wrote. */
  async fill(target: Uint8Array): Promise<number> {
    let filled = 0;
    while (filled < target.length && (await this.advance())) {
      const piece = this.chunk.subarray(this.at, this.at + target.length - filled);
      target.set(piece, filled);
      filled += piece.length;
      this.at += piece.length;
    }
    this.taken += filled;
    return filled;
  }

  /** Exactly `length` bytes; a fault where the file ends before. */
  async take(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    if ((await this.fill(bytes)) < length) throw this.truncated(length);
    return bytes;
  }

  /** The next bytes, as many as are at hand; undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    if (!(await this.advance())) return undefined;
    const rest = this.chunk.subarray(this.at);
    this.at = this.chunk.length;
    this.taken += rest.length;
    return rest;
  }

  /** Gives bytes back that were taken last, and all of a chunk: they come next. */
  putBack(bytes: Uint8Array): void {
    this.chunk = bytes;
    this.at = 0;
    this.taken -= bytes.length;
  }

  /** What is left, a chunk after the other. */
  chunksLeft(): AsyncIterator<Uint8Array, undefined> {
    return {
      next: async () => {
        const value = await this.next();
        return value ? { value } : { value, done: true };
      },
    };
  }

  /** Goes on to the end, where a checksum is checked, and says how many bytes that were; no more than `most` are taken. */
  async finish(most = Number.POSITIVE_INFINITY): Promise<number> {
    let count = 0;
    while (count <= most) {
      const bytes = await this.next();
      if (!bytes) break;
      count += bytes.length;
    }
    return count;
  }

  /** Ends the reading; what the chunks hold open is released. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  truncated(needed: number): DataError {
    return new DataError(
      `${this.name} ends too early: ${needed} more bytes were expected after byte ${this.taken}. The file is cut off or damaged.`,
      { code: 'bad-data-file' },
    );
  }

  private async advance(): Promise<boolean> {
    while (this.at >= this.chunk.length) {
      const next = await this.chunks.next();
      if (next.done) return false;
      this.chunk = next.value;
      this.at = 0;
    }
    return true;
  }
}
