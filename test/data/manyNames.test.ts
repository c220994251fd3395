import { expect, test } from 'vitest';
import { newSurvey } from '../../src/data/describe';
import { bytesText } from '../../src/data/sentence';
import { listPictures } from '../../src/data/sources/pictureFolders';
import { columnNames } from '../../src/data/tables/columnNames';
import { cellsOf } from '../../src/data/tables/recordRows';
import { memoryFiles } from './memoryFiles';

/** Milliseconds; work that grows with the square of the names takes ten times as long. */
const limit = 5000;

async function timed<T>(work: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  expect(performance.now() - began).toBeLessThan(limit);
  return result;
}

test('a hundred thousand columns of one name get each its own', async () => {
  const names = await timed(() => columnNames(new Array<string>(100_000).fill('a')));
  expect(names.slice(0, 3)).toEqual(['a', 'a.1', 'a.2']);
  expect(new Set(names).size).toBe(100_000);
  expect(columnNames(['a', 'a.1', 'a', 'a'])).toEqual(['a', 'a.1', 'a.2', 'a.3']);
});

test('rows of JSON with many names are held against the columns in time that grows with them', async () => {
  const columns = Array.from({ length: 60_000 }, (_, i) => `column ${i}`);
  const row = Object.fromEntries(columns.map(name => [name, 1]));
  expect(await timed(() => cellsOf(row, columns, false, 'a'))).toHaveLength(60_000);
  expect(() => cellsOf({ ...row, more: 1 }, columns, false, 'a.jsonl, line 3')).toThrow(
    "a.jsonl, line 3: 'more' isn't among the columns of the first rows.",
  );
});

test('a folder of a hundred and fifty thousand pictures is listed in time that grows with them', async () => {
  const inside = Array.from({ length: 150_000 }, (_, i) => ({ name: `${i}.png`, folder: false }));
  const files = {
    ...memoryFiles({}),
    stat: async () => ({ size: 0, modified: 0, folder: true }),
    list: async (path: string) =>
      path.endsWith('/cat') ? [...inside, { name: 'a.txt', folder: false }] : [{ name: 'cat', folder: true }],
  };
  const found = await timed(() => listPictures('pets', [], newSurvey(files, undefined)));
  expect(found.files).toHaveLength(150_000);
  expect(found.notes).toEqual(['1 file is passed over, being no pictures: .txt.']);
});

test('bytes just below the next unit are written in it', () => {
  expect([999, 999_400, 999_600, 999_999_999].map(bytes => bytesText(bytes))).toEqual([
    '999 bytes',
    '999 kB',
    '1.00 MB',
    '1.00 GB',
  ]);
});
