import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readArray } from '../../../src/data/sources/arrayAddress';
import { memoryFiles } from '../memoryFiles';
import { npyOf } from '../npyBytes';

const values = Array.from({ length: 3000 }, (_, i) => Math.cos(i));
const npy = npyOf([3000], values);
const packed = gzipSync(npy, { filename: 'x.npy', mtime: 0 });
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap(part => [...part]));
const reading = (bytes: Uint8Array) => readArray(memoryFiles({ 'x.npy.gz': bytes }), 'x.npy.gz');

/** The bytes with one of them changed, counted from the end where `at` is negative. */
function changed(at: number, by = 1): Uint8Array {
  const bytes = packed.slice();
  bytes[at < 0 ? bytes.length + at : at]! ^= by;
  return bytes;
}

/** A header with an extra field, a comment and a checksum of its own. */
function withMuchHeader(): Uint8Array {
  const bare = gzipSync(npy, { mtime: 0 });
  const header = [...bare.subarray(0, 10)];
  header[3] = 2 | 4 | 8 | 16;
  return Uint8Array.from([...header, 3, 0, 7, 7, 7, 120, 0, 104, 105, 0, 1, 2, ...bare.subarray(10)]);
}

describe('gzip', () => {
  test.each([
    ['of one member', packed],
    ['of several members', joined(gzipSync(npy.subarray(0, 5000)), gzipSync(npy.subarray(5000)))],
    ['with an empty member', joined(gzipSync(new Uint8Array(0)), packed)],
    ['with zeros behind it', joined(packed, new Uint8Array(513))],
    [
      'with zeros between members',
      joined(gzipSync(npy.subarray(0, 90)), new Uint8Array(3), gzipSync(npy.subarray(90))),
    ],
    ['with all that its header can hold', withMuchHeader()],
  ])('%s is read', async (_what, bytes) => {
    expect(Array.from((await reading(bytes)).data)).toEqual(values);
  });

  test.each([
    ['whose checksum is another', changed(-8), 'its checksum (CRC-32) isn’t that of its bytes'],
    ['whose size is another', changed(-4), 'bytes came out of it, where it says'],
    ['whose trailer is cut off', packed.slice(0, -3), 'ends too early'],
    ['without a trailer', packed.slice(0, -8), 'ends too early'],
    ['cut off in the middle', packed.slice(0, 9000), "can't be decompressed"],
    ['with something behind it', joined(packed, Uint8Array.of(1)), 'ends too early'],
    [
      'with a text behind it',
      joined(packed, new TextEncoder().encode('hello world')),
      'something that isn’t gzip',
    ],
    ['whose second member is damaged', joined(packed, changed(-7)), 'goes on behind the values'],
    ['that is of another method', changed(2), 'its header isn’t one of gzip'],
  ])('%s is refused', async (_what, bytes, message) => {
    await expect(reading(bytes)).rejects.toMatchObject({ name: 'DataError' });
    await expect(reading(bytes)).rejects.toThrow(message);
  });

  test('any bit of its values that is another is told', async () => {
    for (let at = 200; at < packed.length - 8; at += 611) {
      await expect(reading(changed(at, 1 << (at % 8)))).rejects.toThrow(/x\.npy\.gz/);
    }
  });
});
