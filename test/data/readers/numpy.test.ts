import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findArray, readArray } from '../../../src/data/sources/arrayAddress';
import { nodeFiles } from '../../../src/platform/nodeFiles';

// files and values written by NumPy 1.24, see make.py beside them
const folder = 'test/fixtures/data/numpy';
const files = nodeFiles(folder);
const expected: Record<string, { shape: number[]; values: number[] }> = JSON.parse(
  readFileSync(`${folder}/expected.json`, 'utf8'),
);

describe('files written by NumPy', () => {
  test.each(Object.entries(expected))('%s', async (address, { shape, values }) => {
    const header = await findArray(files, address);
    expect(header.shape).toEqual(shape);
    const array = await readArray(files, address);
    expect(array.shape).toEqual(shape);
    expect(Array.from(array.data)).toEqual(values);
  });

  test('every file of the folder is read or refused here', () => {
    const refused = ['object.npy', 'text.npy', 'record.npy', 'complex.npy'];
    const known = new Set([...Object.keys(expected).map(name => name.replace(/#.*/, '')), ...refused]);
    const there = readdirSync(folder).filter(name => !name.endsWith('.py') && !name.endsWith('.json'));
    expect(there.filter(name => !known.has(name))).toEqual([]);
  });

  test.each([
    [
      'object.npy',
      'object.npy holds values of type object; only numbers and booleans can be read. Save it again with a numeric dtype: np.save(name, a.astype(np.float64)).',
    ],
    [
      'text.npy',
      'text.npy holds values of type text; only numbers and booleans can be read. Save the labels as numbers: np.unique(labels, return_inverse=True)[1].',
    ],
    [
      'record.npy',
      'record.npy holds values of type record (several fields); only numbers and booleans can be read.',
    ],
    [
      'complex.npy',
      'complex.npy holds values of type complex number; only numbers and booleans can be read.',
    ],
  ])('%s is refused from its header', async (address, message) => {
    await expect(findArray(files, address)).rejects.toThrow(message);
  });

  test('keeps bytes as bytes', async () => {
    expect((await readArray(files, 'u1-little.npy')).data).toBeInstanceOf(Uint8Array);
    expect((await readArray(files, 'pictures.idx3.gz')).data).toBeInstanceOf(Uint8Array);
    expect((await readArray(files, 'f4-big.npy')).data).toBeInstanceOf(Float32Array);
  });

  test('an archive of several arrays is asked which, and told the names', async () => {
    await expect(findArray(files, 'stored.npz')).rejects.toThrow(
      'stored.npz holds several arrays, so say which: it holds x and y.',
    );
    await expect(findArray(files, 'packed.npz#z')).rejects.toMatchObject({
      message: "packed.npz has no data set 'z'; it holds x and y.",
      suggestions: ['packed.npz#x', 'packed.npz#y'],
    });
  });
});
