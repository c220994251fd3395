import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findArray, openArray, readArray } from '../../../src/data/sources/arrayAddress';
import { nodeFiles } from '../../../src/platform/nodeFiles';
import { memoryFiles } from '../memoryFiles';

// files written by NumPy and h5py, and what these read from them, see test/golden/arrays.py
const folder = 'test/fixtures/data/arrays';
const files = nodeFiles(folder);
type Golden =
  | { readonly address: string; readonly refused: string }
  | {
      readonly address: string;
      readonly type: string;
      readonly shape: readonly number[];
      readonly first: number | null;
      readonly last: number | null;
      readonly sum: number;
      readonly ordered: number;
    };
const arrays = JSON.parse(readFileSync('test/golden/arrays.json', 'utf8')) as readonly Golden[];

const fileOf = (address: string) => address.replace(/#.*/, '');
const inMemory = memoryFiles(
  Object.fromEntries(
    readdirSync(folder).map(name => [name, new Uint8Array(readFileSync(`${folder}/${name}`))]),
  ),
);

function sums(data: Iterable<number>) {
  let [sum, ordered, i] = [0, 0, 0];
  for (const value of data) {
    sum += value;
    ordered += value * (i++ % 97);
  }
  return { sum, ordered };
}

/** As near as two orders of summing leave it. */
function expectNear(found: number, wanted: number): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(wanted)));
}

describe('arrays are read as NumPy and h5py read them', () => {
  test.each(arrays.map(golden => [golden.address, golden] as const))('%s', async (address, golden) => {
    if ('refused' in golden) {
      for (const source of [files, inMemory]) {
        const refused = readArray(source, address);
        await expect(refused).rejects.toMatchObject({ name: 'DataError' });
        await expect(refused).rejects.toThrow(golden.refused);
        await refused.catch(({ message }) => expect(message).not.toMatch(/[/]__w|can't be read as HDF5/));
      }
      return;
    }
    const { type, shape } = await findArray(files, address);
    expect({ type, shape }).toEqual({ type: golden.type, shape: golden.shape });
    for (const source of [files, inMemory]) {
      const { data, shape: found } = await readArray(source, address);
      expect(found).toEqual(golden.shape);
      expect(data.at(0) ?? null).toEqual(golden.first);
      expect(data.at(-1) ?? null).toEqual(golden.last);
      const { sum, ordered } = sums(data);
      expectNear(sum, golden.sum);
      expectNear(ordered, golden.ordered);
    }
  });

  test('and the same row by row, where they stay in their file', async () => {
    let rows = 0;
    for (const golden of arrays) {
      if ('refused' in golden || golden.shape.length === 0 || golden.shape[0] === 0) continue;
      const { byRows } = await findArray(files, golden.address);
      const { data, shape } = await openArray(files, golden.address, 0);
      const whole = (await readArray(files, golden.address)).data;
      if (ArrayBuffer.isView(data)) {
        expect(byRows ?? false).toBe(false);
        continue;
      }
      for (const wanted of [[0, shape[0]! - 1], [shape[0]! >> 1]]) {
        const order = Uint32Array.from(new Set(wanted));
        const read = await data.read(order);
        for (const [i, row] of order.entries()) {
          const expected = whole.subarray(row * data.width, (row + 1) * data.width);
          expect(read.subarray(i * data.width, (i + 1) * data.width), golden.address).toEqual(expected);
          expect(data.readNow(row)).toEqual(expected);
          rows++;
        }
      }
      await data.close();
    }
    expect(rows).toBeGreaterThan(100);
  });

  test('a file of 3 kB that claims exabytes costs neither time nor memory', async () => {
    const { HEAPU8 } = await (await import('h5wasm')).ready;
    const before = HEAPU8.length;
    const began = performance.now();
    for (const { address } of arrays.filter(golden => fileOf(golden.address) === 'bombs.h5'))
      await expect(findArray(files, address)).rejects.toThrow('the file has only');
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await (await import('h5wasm')).ready).HEAPU8.length - before).toBeLessThan(16 * 2 ** 20);
  });

  test('every file of the folder is among them', () => {
    expect(new Set(arrays.map(({ address }) => fileOf(address)))).toEqual(new Set(readdirSync(folder)));
    expect(arrays.length).toBeGreaterThan(57);
  });
});
