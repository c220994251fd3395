import { existsSync } from 'node:fs';
import { File, ready } from 'h5wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeData, loadData } from '../../../src/data/data';
import { findArray, readArray } from '../../../src/data/sources/arrayAddress';
import { nodeFiles } from '../../../src/platform/nodeFiles';
import { inputsOf, targetsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings } from '../settings';

let bytes: Uint8Array;
const numbers = Array.from({ length: 24 }, (_, i) => i * 10);

beforeAll(async () => {
  const { FS } = await ready;
  const file = new File('/written.h5', 'w');
  file.create_dataset({ name: 'x', data: Uint8Array.from(numbers), shape: [4, 2, 3] });
  file.create_dataset({ name: 'y', data: BigInt64Array.of(0n, 1n, 1n, 0n), shape: [4, 1] });
  file.create_dataset({
    name: 'packed',
    data: Float32Array.from(numbers),
    shape: [4, 6],
    chunks: [3, 4],
    compression: 4,
  });
  file.create_group('inside').create_dataset({ name: 'x', data: Float64Array.from(numbers), shape: [24] });
  file.create_dataset({ name: 'words', data: ['cat', 'dog'] });
  file.close();
  bytes = FS.readFile('/written.h5') as Uint8Array;
});

describe('an HDF5 file', () => {
  test.each([
    ['x', [4, 2, 3]],
    ['packed', [4, 6]],
    ['/inside/x', [24]],
  ])('data set %s', async (name, shape) => {
    const array = await readArray(memoryFiles({ 'a.h5': bytes }), `a.h5#${name}`);
    expect(array.shape).toEqual(shape);
    expect(Array.from(array.data)).toEqual(numbers);
  });

  test('is described and loaded', async () => {
    const files = memoryFiles({ 'a.h5': bytes });
    const data = settings({ train: { x: 'a.h5#x', y: 'a.h5#y' }, split: { test: 0 } });
    const { facts } = await describeData(data, files);
    expect(facts).toMatchObject({
      inputShape: [2, 3],
      inputType: 'uint8',
      examples: { train: 4, test: 0 },
      targets: { binary: true },
    });
    const { train } = await loadData(data, files);
    expect(inputsOf(train)[1]).toEqual(numbers.slice(6, 12));
    expect(targetsOf(train, 'binary', 1)).toEqual([[0], [1], [1], [0]]);
  });

  test('names the data sets that are there, the likest first', async () => {
    await expect(findArray(memoryFiles({ 'a.h5': bytes }), 'a.h5#pack')).rejects.toMatchObject({
      code: 'missing-dataset',
      message: expect.stringMatching(/^a\.h5 has no data set 'pack'; it holds packed, /),
      suggestions: expect.arrayContaining(['a.h5#packed', 'a.h5#inside/x']),
    });
  });

  test('refuses texts', async () => {
    const found = findArray(memoryFiles({ 'a.h5': bytes }), 'a.h5#words');
    await expect(found).rejects.toThrow('a.h5#words holds text; an array of numbers is needed.');
  });

  test.each([
    ['text', 'not an HDF5 file at all', "a.h5 isn't an HDF5 file, or it is cut off or damaged."],
    ['an empty file', '', 'a.h5 is empty.'],
  ])('that is %s is a fault', async (_what, content, message) => {
    await expect(findArray(memoryFiles({ 'a.h5': content }), 'a.h5#x')).rejects.toThrow(message);
  });

  test('that is cut off anywhere is a fault or reads right', async () => {
    for (let length = 8; length < bytes.length; length += 97) {
      const files = memoryFiles({ 'a.h5': bytes.slice(0, length) });
      await expect(readArray(files, 'a.h5#x')).rejects.toMatchObject({ name: 'DataError' });
    }
  });
});

const cats = '../shared/data/cats';
describe.runIf(existsSync(cats))('the cat pictures', () => {
  const data = settings({
    train: { x: 'train_catvnoncat.h5#train_set_x', y: 'train_catvnoncat.h5#train_set_y' },
    test: { x: 'test_catvnoncat.h5#test_set_x', y: 'test_catvnoncat.h5#test_set_y' },
    scale: 255,
  });

  test('are 209 and 50 pictures of 64 × 64, with labels (209, 1)', async () => {
    const { train, test: testSet, report } = await loadData(data, nodeFiles(cats));
    expect(report.facts).toMatchObject({ inputShape: [64, 64, 3], examples: { train: 209, test: 50 } });
    expect(inputsOf(train)[0]!.slice(0, 3)).toEqual([17 / 255, 31 / 255, 56 / 255]);
    expect(targetsOf(train, 'binary', 1).filter(([label]) => label === 1)).toHaveLength(72);
    expect(targetsOf(testSet!, 'binary', 1).filter(([label]) => label === 1)).toHaveLength(33);
  });

  test('only what is needed is read for a description', async () => {
    const files = nodeFiles(cats);
    let read = 0;
    const counting = {
      ...files,
      open: async (path: string) => {
        const file = await files.open(path);
        return {
          ...file,
          readNow: (offset: number, length: number) => {
            const found = file.readNow!(offset, length);
            read += found.length;
            return found;
          },
        };
      },
    };
    await findArray(counting, 'train_catvnoncat.h5#train_set_x');
    expect(read).toBeLessThan(20_000);
  });
});
