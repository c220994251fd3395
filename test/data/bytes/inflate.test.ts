import { deflateSync, gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { gunzip } from '../../../src/data/bytes/gunzip';
import { inflated } from '../../../src/data/bytes/inflate';

/** Bytes in chunks of a size, with a count of those that were asked for. */
function chunked(bytes: Uint8Array, size: number) {
  const state = { pulled: 0 };
  async function* chunks(): AsyncGenerator<Uint8Array, undefined> {
    for (let at = 0; at < bytes.length; at += size) {
      state.pulled++;
      yield bytes.slice(at, at + size);
    }
  }
  return { chunks: chunks(), state };
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: number[] = [];
  for await (const piece of pieces) for (const byte of piece) all.push(byte);
  return Uint8Array.from(all);
}

const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => (i * i) % 251);

describe.each([
  ['gunzip', gunzip, gzipSync],
  ['inflated', inflated, deflateSync],
] as const)('%s', (_name, decompress, compress) => {
  const packed = compress(bytes);

  test.each([1, 1000, 100_000])('chunks of %i bytes come out as they went in', async size => {
    expect(await collect(decompress('a', chunked(packed, size).chunks))).toEqual(bytes);
  });

  test('what is cut off is a fault', async () => {
    const cut = decompress('a', chunked(packed.slice(0, -packed.length / 2), 1000).chunks);
    await expect(collect(cut)).rejects.toMatchObject({
      name: 'DataError',
      message: expect.stringMatching(/^a can't be decompressed/),
    });
  });

  test('a bomb unpacks no further than it is asked to', async () => {
    const bomb = compress(new Uint8Array(20_000_000), { level: 1 });
    const { chunks, state } = chunked(bomb, 4096);
    const pieces = decompress('a', chunks);
    const first = await pieces.next();
    await pieces.return(undefined as never);
    expect(state.pulled).toBeLessThan(3);
    expect(first.value?.length).toBeLessThan(10_000_000);
  });
});
