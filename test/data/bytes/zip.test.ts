import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { findArray, readArray } from '../../../src/data/sources/arrayAddress';
import { memoryFiles } from '../memoryFiles';
import { npyOf } from '../npyBytes';

const values = Array.from({ length: 200 }, (_, i) => Math.sin(i));
const x = npyOf([200], values);
const y = npyOf(
  [200],
  values.map(value => value + 1),
);
type Level = 0 | 6;

/** An archive of x and y, changed: in place, or to the bytes that come out. */
type Change = (view: DataView, bytes: Uint8Array) => unknown;

function archive(level: Level, change: Change): Uint8Array {
  const bytes = zipSync({ 'x.npy': x, 'y.npy': y }, { level });
  const changed = change(new DataView(bytes.buffer, bytes.byteOffset), bytes);
  return changed instanceof Uint8Array ? changed : bytes;
}

/** Where the n-th record with a signature begins. */
function record(view: DataView, signature: number, n = 0): number {
  for (let at = 0, seen = 0; at + 4 <= view.byteLength; at++)
    if (view.getUint32(at, true) === signature && seen++ === n) return at;
  throw new Error('no such record');
}
const [local, directory, end] = [0x04034b50, 0x02014b50, 0x06054b50];

function reading(bytes: Uint8Array, name = 'y') {
  return readArray(memoryFiles({ 'a.npz': bytes }), `a.npz#${name}`);
}

const with_ = (bytes: Uint8Array, place: number, more: readonly number[]) =>
  Uint8Array.from([...bytes.subarray(0, place), ...more, ...bytes.subarray(place)]);

describe.each([0, 6] as const)('an archive, compressed at level %i', level => {
  test('is read', async () => {
    expect(Array.from((await reading(archive(level, () => {}))).data)).toEqual(
      values.map(value => value + 1),
    );
  });

  test('one bit of whose values is another is refused for its checksum or its packing', async () => {
    for (let bit = 0; bit < 8; bit++) {
      const bytes = archive(level, (view, all) => {
        all[record(view, local, 1) + 400 + 31 * bit]! ^= 1 << bit;
      });
      await expect(reading(bytes)).rejects.toThrow(/^a\.npz#y (is damaged: |can't be decompressed)/);
    }
  });

  test.each<[string, RegExp, Change]>([
    [
      'a checksum that is another, before the entry and in the directory',
      /its checksum \(CRC-32\) isn’t that of its bytes/,
      (view, bytes) => {
        for (const place of [record(view, local, 1) + 14, record(view, directory, 1) + 16])
          bytes[place]! ^= 1;
      },
    ],
    [
      'a checksum that is another in the directory alone',
      /y\.npy is told of in two ways/,
      (view, bytes) => {
        bytes[record(view, directory, 1) + 16]! ^= 1;
      },
    ],
    [
      'an entry fewer than it says',
      /its directory holds 2 entries, but says 3/,
      view => {
        for (const place of [8, 10]) view.setUint16(record(view, end) + place, 3, true);
      },
    ],
    [
      'an entry more than it says',
      /its directory holds 2 entries, but says 1/,
      view => {
        for (const place of [8, 10]) view.setUint16(record(view, end) + place, 1, true);
      },
    ],
    [
      'a second entry that is damaged in the directory',
      /its directory is damaged/,
      (view, bytes) => {
        bytes[record(view, directory, 1)]! ^= 0x10;
      },
    ],
    [
      'two entries in one place',
      /reaches into/,
      view => {
        view.setUint32(record(view, directory, 1) + 42, 0, true);
      },
    ],
    [
      'two entries of one name',
      /it holds two entries called x\.npy/,
      (view, bytes) => {
        bytes[record(view, directory, 1) + 46] = 'x'.charCodeAt(0);
        bytes[record(view, local, 1) + 30] = 'x'.charCodeAt(0);
      },
    ],
    ['bytes behind its end', /something follows its end/, (_, bytes) => with_(bytes, bytes.length, [0, 0])],
    [
      'bytes before its directory',
      /its directory isn’t where it says/,
      (view, bytes) => with_(bytes, record(view, directory), [1, 2, 3]),
    ],
    [
      'a directory outside the file',
      /its directory is outside the file/,
      view => view.setUint32(record(view, end) + 12, 100_000, true),
    ],
    [
      'an entry that is somewhere else',
      /(isn't where its directory says|reaches into)/,
      view => view.setUint32(record(view, directory, 1) + 42, 7000, true),
    ],
    [
      'a part of several disks',
      /it is a part of several/,
      view => view.setUint16(record(view, end) + 4, 1, true),
    ],
  ])('with %s is refused', async (_what, message, change) => {
    const bytes = archive(level, change);
    await expect(reading(bytes)).rejects.toMatchObject({ name: 'DataError' });
    await expect(reading(bytes)).rejects.toThrow(message);
  });
});

test('an archive with a comment is read', async () => {
  const bytes = archive(6, (view, all) => {
    view.setUint16(record(view, end) + 20, 5, true);
    return with_(all, all.length, [104, 97, 108, 108, 111]);
  });
  expect((await reading(bytes)).shape).toEqual([200]);
});

test('sizes that stand behind an entry, as of a stream, are taken from the directory', async () => {
  const bytes = archive(6, (view, all) => {
    for (const place of [record(view, local, 1) + 6, record(view, directory, 1) + 8]) all[place]! |= 8;
    for (const place of [14, 18, 22]) view.setUint32(record(view, local, 1) + place, 0, true);
  });
  expect((await reading(bytes)).shape).toEqual([200]);
  await expect(findArray(memoryFiles({ 'a.npz': bytes }), 'a.npz#z')).rejects.toThrow("no data set 'z'");
});

/** The end of an archive in its 64-bit form, as for more than 4 GB. */
function wide(change: (view: DataView) => unknown = () => {}): Uint8Array {
  return archive(0, (view, bytes) => {
    const at = record(view, end);
    const more = new DataView(new ArrayBuffer(76));
    more.setUint32(0, 0x06064b50, true);
    more.setBigUint64(4, 44n, true);
    for (const place of [24, 32]) more.setBigUint64(place, 2n, true);
    more.setBigUint64(40, BigInt(view.getUint32(at + 12, true)), true);
    more.setBigUint64(48, BigInt(view.getUint32(at + 16, true)), true);
    more.setUint32(56, 0x07064b50, true);
    more.setBigUint64(64, BigInt(at), true);
    more.setUint32(72, 1, true);
    change(more);
    for (const place of [8, 10]) view.setUint16(at + place, 0xffff, true);
    for (const place of [12, 16]) view.setUint32(at + place, 0xffffffff, true);
    return with_(bytes, at, [...new Uint8Array(more.buffer)]);
  });
}

test('an archive of the 64-bit form is read', async () => {
  expect((await reading(wide())).shape).toEqual([200]);
});

test.each<[string, RegExp, (view: DataView) => unknown]>([
  ['counts', /holds 2 entries, but says 3/, view => [24, 32].map(at => view.setBigUint64(at, 3n, true))],
  ['is elsewhere', /its end is damaged/, view => view.setBigUint64(64, 5n, true)],
  ['is past all files', /its end is damaged/, view => view.setBigUint64(64, 2n ** 63n, true)],
  ['is huge', /outside the file|too long/, view => view.setBigUint64(40, 2n ** 63n, true)],
])('of the 64-bit form, whose directory %s otherwise, is refused', async (_what, message, change) => {
  await expect(reading(wide(change))).rejects.toThrow(message);
});
