import { unzlibSync, zlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { allocated } from './allocated';

const megabytes = 2 ** 20;

test.each<[string, () => unknown]>([
  ['an array', () => new Float64Array(megabytes)],
  ['an array that is thrown away', () => [new Uint8Array(8 * megabytes)].length],
  ['a copy', () => Uint8Array.from({ length: 8 * megabytes })],
  ['a buffer', () => new ArrayBuffer(8 * megabytes)],
  ['many small ones', () => Array.from({ length: 4000 }, () => new Uint8Array(2_100)).length],
  ['a memory that grows', () => new WebAssembly.Memory({ initial: 1 }).grow(128)],
])('%s is counted', async (_what, make) => {
  expect(await allocated(async () => make())).toBeGreaterThanOrEqual(7 * megabytes);
});

test('what a library keeps is counted', async () => {
  const packed = zlibSync(new Uint8Array(8 * megabytes), { level: 1 });
  let kept: Uint8Array | undefined;
  const count = await allocated(async () => {
    kept = unzlibSync(packed);
  });
  expect(kept).toHaveLength(8 * megabytes);
  expect(count).toBeGreaterThanOrEqual(8 * megabytes);
});

test('a view of what is there isn’t counted, and the constructors are themselves again', async () => {
  const before = Uint8Array;
  const { buffer } = new Uint8Array(4 * megabytes);
  expect(
    await allocated(async () => {
      for (let i = 0; i < 100; i++) new Uint8Array(buffer);
      expect(new Uint8Array(1)).toBeInstanceOf(Uint8Array);
    }),
  ).toBeLessThan(megabytes);
  expect(Uint8Array).toBe(before);
});
