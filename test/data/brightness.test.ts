import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trainingSchema } from '../../src/core/network/schema';
import { augmented } from '../../src/core/train/augmented/augmented';
import { loadData } from '../../src/data/data';
import { nodeFiles } from '../../src/platform/nodeFiles';
import { sayBrightness } from '../../src/runs/training/sayBrightness';
import { temporaryFolder } from '../runs/temporaryFolder';
import { memoryFiles } from './memoryFiles';
import { npyBytes, npyOf } from './npyBytes';
import { settings, whole } from './settings';

const m = 4;
const width = 6;
/** Pictures of 2 × 3 whose values go up to `most`, the first ones only to a half of it. */
const values = (most: number, least = 0) =>
  Array.from({ length: m * width }, (_, i) =>
    i === m * width - 1 ? most : i === 0 ? least : Math.floor((i * most) / (2 * m * width)),
  );
const labels = npyBytes('|u1', [m], Uint8Array.of(0, 1, 0, 1));
const bytes = (most: number) => npyBytes('|u1', [m, 2, 3], Uint8Array.from(values(most)));
const words = (most: number) =>
  npyBytes('<u2', [m, 2, 3], new Uint8Array(Uint16Array.from(values(most)).buffer));

async function trainingSet(x: Uint8Array, more: object = {}) {
  const files = memoryFiles({ 'x.npy': x, 'y.npy': labels });
  const written = settings({ train: { x: 'x.npy', y: 'y.npy' }, ...whole, ...more });
  return await loadData(written, files);
}

test.each([
  ['bytes', bytes(255), {}, 255, true],
  ['dark bytes', bytes(40), {}, 255, true],
  ['bytes of 0 and 1', bytes(1), {}, 1, true],
  ['bytes of 0 to 16 that are divided by 16', bytes(16), { scale: 16 }, 16, true],
  ['bytes above what they are divided by', bytes(255), { scale: 2 }, 255, true],
  ['whole numbers of 16 bits', words(4095), {}, 4095, true],
  ['whole numbers of 16 bits that are divided', words(4000), { scale: 4095 }, 4095, true],
  ['shares', npyOf([m, 2, 3], [...values(0), 0.99].slice(1)), {}, 1, true],
  ['numbers of 0 to 16', npyOf([m, 2, 3], values(16)), {}, 16, true],
  ['numbers below 0', npyOf([m, 2, 3], values(2, -3)), {}, 3, false],
] as const)('what white is, of %s, holds for all examples', async (_, x, more, white, bounded) => {
  const { train } = await trainingSet(x, more);
  expect(train.brightness).toEqual({ white, bounded });
});

test('it is that of the training set alone', async () => {
  const { train, test: other } = await trainingSet(words(4095), { split: { test: 0.5, seed: 1 } });
  const [least, most] = [train.brightness!.white, other!.brightness!.white].sort((a, b) => a - b);
  expect(most).toBe(4095);
  expect(least).toBeLessThan(2100);
});

test('pictures that are left in their file are looked at there', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'x.npy'), words(4095));
  writeFileSync(join(folder, 'y.npy'), labels);
  const written = settings({ train: { x: 'x.npy', y: 'y.npy' }, ...whole });
  const { train, close } = await loadData(written, nodeFiles(folder), undefined, { streamAbove: 0 });
  expect(train.stored).toBeUndefined();
  expect(train.brightness).toEqual({ white: 4095, bounded: true });
  await close();
});

test('numbers that are no pictures have none', async () => {
  const { train } = await trainingSet(npyOf([m, 2], values(16).slice(0, m * 2)));
  expect(train.brightness).toBeUndefined();
});

test('no change brings values of 4095 down to 255, nor is noise for 255 added to those of 0 to 16', async () => {
  const seen = async (x: Uint8Array, augment: unknown) => {
    const { train } = await trainingSet(x);
    const list = trainingSchema.shape.augment.parse(augment)!;
    const { dataset } = augmented(train, list, 1);
    const [X, plain] = [new Float64Array(m * width), new Float64Array(m * width)];
    const all = Uint32Array.of(0, 1, 2, 3);
    dataset.gatherInputs(all, 0, m, X);
    train.gatherInputs(all, 0, m, plain);
    return { X, furthest: X.reduce((most, value, i) => Math.max(most, Math.abs(value - plain[i]!)), 0) };
  };
  const bright = await seen(words(4095), [{ type: 'brightness', amount: 0.1 }]);
  expect(Math.max(...bright.X)).toBeGreaterThan(3600);
  expect((await seen(npyOf([m, 2, 3], values(16)), ['noise'])).furthest).toBeLessThan(16 * 0.05 * 5);
});

test('the run says it where values are changed', async () => {
  const { train } = await trainingSet(words(4095));
  const said = (augment: unknown) => sayBrightness(train, trainingSchema.shape.augment.parse(augment)!);
  expect(said(['noise'])).toEqual([
    'Augmentations take 4,095 for white, and values stay between 0 and 4,095.',
  ]);
  expect(said(['flip'])).toEqual([]);
});
