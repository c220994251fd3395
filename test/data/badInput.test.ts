import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Cancelled, describeData, loadData } from '../../src/data/data';
import type { Files } from '../../src/data/files';
import { findArray, readArray } from '../../src/data/sources/arrayAddress';
import { memoryFiles } from './memoryFiles';
import { npyBytes, npyOf } from './npyBytes';
import { settings } from './settings';

/** Refused both from the header and when it is to be read, with the same sentence. */
async function expectRefused(
  name: string,
  bytes: Uint8Array | string,
  message: string | RegExp,
  address = name,
) {
  const files = memoryFiles({ [name]: bytes });
  await expect(readArray(files, address)).rejects.toMatchObject({ name: 'DataError' });
  await expect(readArray(files, address)).rejects.toThrow(message);
  await expect(findArray(files, address)).rejects.toThrow(message);
}

describe('arrays that lie', () => {
  const huge = npyBytes('<f8', [300_000_000], new Uint8Array(80));

  test('a header that claims 300 million numbers', async () => {
    await expectRefused(
      'x.npy',
      huge,
      'x.npy says it holds 300000000 values (300000000,) of float64, 2.40 GB, but the file is too short for that. It is cut off or damaged.',
    );
  });

  test('a shape whose size is beyond counting', async () => {
    await expectRefused(
      'x.npy',
      npyBytes('<f8', [2 ** 40, 2 ** 40], new Uint8Array(8)),
      "x.npy has a header that isn't of the NPY format: its shape is",
    );
  });

  test('values that are cut off', async () => {
    await expectRefused(
      'x.npy',
      npyOf([4], [1, 2, 3, 4]).slice(0, -1),
      'x.npy says it holds 4 values (4,) of float64, 32 bytes, but the file is too short for that.',
    );
  });

  test('more than the memory there is to use', async () => {
    // zeros pack a thousandfold, so the file could hold it
    const packed = gzipSync(npyBytes('|u1', [3_000_000_000], new Uint8Array(4_000_000)), {
      level: 9,
      mem: 12,
    });
    const files = memoryFiles({ 'x.npy': new Uint8Array(3_000_000), 'y.npy': packed });
    await expect(readArray(files, 'y.npy')).rejects.toThrow(
      /^y\.npy (says it holds|needs 3\.00 GB of memory)/,
    );
  });

  test('a header of another text', async () => {
    const bytes = npyOf([1], [1]);
    await expectRefused(
      'x.npy',
      bytes.map((byte, i) => (i > 9 && i < 30 ? 0x41 : byte)),
      /^x\.npy has a header that isn't of the NPY format: 'AAAA/,
    );
  });

  test('IDX that claims more than is there', async () => {
    const bytes = Uint8Array.of(0, 0, 8, 3, 0xff, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28, 1, 2, 3);
    await expectRefused('x.idx', bytes, /^x\.idx says it holds 3354101022720 values/);
    await expectRefused('x.idx.gz', gzipSync(bytes), /^x\.idx\.gz says it holds 3354101022720 values/);
  });

  test('gzip that is cut off', async () => {
    const bytes = gzipSync(npyOf([5000], Array.from({ length: 5000 }, Math.random)));
    await expect(
      readArray(memoryFiles({ 'x.npy.gz': bytes.slice(0, 20_000) }), 'x.npy.gz'),
    ).rejects.toMatchObject({ name: 'DataError' });
  });
});

describe('archives that lie', () => {
  const entry = npyOf([3], [1, 2, 3]);

  test('an entry that claims 1.6 GB of what unpacks to a few bytes', async () => {
    const claims = npyBytes('<f8', [200_000_000], new Uint8Array(8));
    await expectRefused(
      'a.npz',
      zipSync({ 'x.npy': claims }),
      'a.npz#x says it holds 200000000 values (200000000,) of float64, 1.60 GB, but the file is too short for that.',
      'a.npz#x',
    );
  });

  test('a directory that claims a size of 4 GB for it as well', async () => {
    const bytes = zipSync({ 'x.npy': npyBytes('<f8', [200_000_000], new Uint8Array(8)) });
    const at = bytes.findLastIndex(
      (byte, i) => byte === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2,
    );
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (const place of [22, at + 24]) view.setUint32(place, 4_000_000_000, true);
    await expectRefused('a.npz', bytes, 'but the file is too short for that.', 'a.npz#x');
  });

  test('a bomb: an entry that unpacks to far more than its header says', async () => {
    const bomb = new Uint8Array(30_000_000);
    bomb.set(entry);
    const bytes = zipSync({ 'x.npy': [bomb, { level: 1 }] });
    expect(bytes.length).toBeLessThan(600_000);
    await expectRefused('a.npz', bytes, 'a.npz#x holds 30.0 MB more than the 24 bytes', 'a.npz#x');
  });

  test('a bomb whose every size is true, and 200 MB of zeros', async () => {
    const bomb = npyBytes('|u1', [200_000_000], new Uint8Array(200_000_000));
    const bytes = zipSync({ 'x.npy': [bomb, { level: 9 }] });
    expect(bomb.length / bytes.length).toBeGreaterThan(1000);
    const reason = /^a\.npz#x packs 200 MB into 19\d kB, as only one value over and over can be packed/;
    await expectRefused('a.npz', bytes, reason, 'a.npz#x');
    await expectRefused('x.npy.gz', gzipSync(bomb, { level: 9 }), /^x\.npy\.gz packs 200 MB into 19\d kB/);
  });

  test('zeros in a small array are read', async () => {
    const bytes = zipSync({
      'x.npy': [npyBytes('|u1', [9_000_000], new Uint8Array(9_000_000)), { level: 9 }],
    });
    const array = await readArray(memoryFiles({ 'a.npz': bytes }), 'a.npz#x');
    expect(array.shape).toEqual([9_000_000]);
  });

  test.each([
    [
      'cut off',
      (bytes: Uint8Array) => bytes.slice(0, bytes.length - 30),
      "a.npz can't be read as a zip archive: the directory at its end is missing, so it is cut off or not a zip archive.",
    ],
    ['of nothing', () => zipSync({}), 'a.npz holds no arrays.'],
    ['of other files', () => zipSync({ 'a.txt': entry }), 'a.npz holds no arrays.'],
  ])('an archive %s', async (_what, change, message) => {
    await expectRefused('a.npz', change(zipSync({ 'x.npy': entry })), message);
  });
});

describe('files that change', () => {
  const data = settings({ file: 'a.csv', target: 'y' });
  const rows = (count: number) =>
    `a,y\n${Array.from({ length: count }, (_, i) => `${i * 0.5},${i % 2}\n`).join('')}`;

  /** Does `change` when the file is opened for the second time: after it was described, before it is read. */
  function changing(files: ReturnType<typeof memoryFiles>, change: () => void): Files {
    let opened = 0;
    return {
      ...files,
      open: path => {
        if (++opened === 2) change();
        return files.open(path);
      },
    };
  }

  test.each([
    ['grows', rows(30)],
    ['shrinks', rows(10)],
    ['loses a column', rows(20).replace(/^.*?,/gm, '')],
  ])('a table that %s', async (_what, after) => {
    const files = memoryFiles({ 'a.csv': rows(20) });
    const changes = changing(files, () => files.bytes.set('/a.csv', new TextEncoder().encode(after)));
    await expect(loadData(data, changes)).rejects.toMatchObject({
      message: 'a.csv was changed while it was being read; try again.',
      field: 'data.file',
    });
  });

  test('a table that is removed while it is open', async () => {
    const files = memoryFiles({ 'a.csv': rows(20) });
    const removes: Files = {
      ...files,
      open: async path => {
        const file = await files.open(path);
        files.bytes.delete(path);
        return file;
      },
    };
    await expect(loadData(data, removes)).rejects.toThrow(
      'a.csv was removed while it was being read; try again.',
    );
  });

  test('an array that is cut short while it is read', async () => {
    const files = memoryFiles({ 'x.npy': npyOf([500_000], new Array(500_000).fill(1)) });
    const shrinks: Files = {
      ...files,
      open: async path => {
        const file = await files.open(path);
        return {
          ...file,
          read: async (offset, length) =>
            offset > 2_000_000 ? new Uint8Array(0) : file.read(offset, length),
        };
      },
    };
    await expect(readArray(shrinks, 'x.npy')).rejects.toThrow(
      /^x\.npy ends too early: \d+ more bytes were expected/,
    );
  });

  test('a file that the file system refuses', async () => {
    const files: Files = {
      ...memoryFiles({ 'a.csv': rows(3) }),
      open: async () => Promise.reject(new Error('EACCES: permission denied')),
    };
    const { faults } = await describeData(data, files);
    expect(faults[0]).toMatchObject({
      code: 'bad-data-file',
      field: 'data.file',
      message: "a.csv can't be read: EACCES: permission denied.",
    });
  });
});

describe('cancelling', () => {
  const files = memoryFiles({ 'a.csv': `a,y\n${'1.5,0\n2.5,1\n'.repeat(250_000)}` });
  const data = settings({ file: 'a.csv', target: 'y' });

  test('ends the reading', async () => {
    let asked = 0;
    const reading = { cancelled: () => ++asked > 3 };
    await expect(loadData(data, files, reading)).rejects.toBeInstanceOf(Cancelled);
    await expect(describeData(data, files, { cancelled: () => true })).rejects.toBeInstanceOf(Cancelled);
  });

  test('progress goes from 0 to 1 and never back', async () => {
    const shares: number[] = [];
    await loadData(data, files, { progress: share => shares.push(share) });
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});

test.each([
  ['a folder where a file is needed', 'inside', 'inside is a folder, but a file is needed here.'],
  [
    'a format that isn’t known',
    'a.xyz',
    "a.xyz is in a format that isn't known. Known are ARFF table, CSV table, HDF5 file, IDX array, JSON table, JSON Lines table, NumPy array, NumPy archive, Parquet table and Excel workbook.",
  ],
  [
    'an array where a table is needed',
    'x.npy',
    'x.npy is a NumPy array, not a table. Name it as "train": {"x": …, "y": …}.',
  ],
])('%s', async (_what, file, message) => {
  const files = memoryFiles({ 'inside/a.csv': 'a', 'a.xyz': 'abc', 'x.npy': npyOf([1], [1]) });
  await expect(loadData(settings({ file, target: 'y' }), files)).rejects.toMatchObject({
    message,
    field: 'data.file',
  });
});
