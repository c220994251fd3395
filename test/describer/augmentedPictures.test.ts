import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trainingSchema } from '../../src/core/network/schema';
import { augmentedPictures } from '../../src/describer/augmentedPictures';
import { KeptTrainingSet } from '../../src/describer/keptTrainingSet';
import { nodeFiles } from '../../src/platform/nodeFiles';
import { npyBytes } from '../data/npyBytes';
import { temporaryFolder } from '../runs/temporaryFolder';

const folder = temporaryFolder();
const m = 12;
const pictures = Uint8Array.from({ length: m * 4 * 6 }, (_, i) => (i * 37) % 256);
writeFileSync(join(folder, 'x.npy'), npyBytes('|u1', [m, 4, 6], pictures));
writeFileSync(
  join(folder, 'y.npy'),
  npyBytes(
    '|u1',
    [m],
    Uint8Array.from({ length: m }, (_, i) => Number(i > 7)),
  ),
);
const settings = { train: { x: 'x.npy', y: 'y.npy' }, split: { test: 0, seed: 1 }, scale: 255 };

async function shown(augment: unknown, x = 'x.npy', scale = 255) {
  const list = trainingSchema.shape.augment.parse(augment)!;
  const found = await augmentedPictures(
    { ...settings, scale, train: { ...settings.train, x } },
    list,
    1,
    { kept: new KeptTrainingSet(), place: folder, files: nodeFiles(folder) },
    {},
  );
  return found.kind === 'fault'
    ? found.message
    : found.rows.map(({ pictures, ...row }) => ({
        ...row,
        pictures: pictures.map(({ pixels }) => [...Buffer.from(pixels, 'base64')]),
      }));
}

test('pictures of each class are shown as they are, then as five epochs see them', async () => {
  const rows = await shown([{ type: 'flip', probability: 1 }]);
  if (typeof rows === 'string') throw new Error(rows);
  expect(rows.map(({ index, truth }) => [index, truth])).toEqual([
    [0, '0'],
    [1, '0'],
    [2, '0'],
    [8, '1'],
  ]);
  for (const {
    index,
    pictures: [own, ...seen],
  } of rows) {
    expect(own).toEqual([...pictures.subarray(index * 24, (index + 1) * 24)]);
    const mirrored = own!.map((_, i) => own![i - (i % 6) + 5 - (i % 6)]);
    expect(seen).toEqual(Array(5).fill(mirrored));
  }
});

test('mixtures are shown with the example that follows in the epoch', async () => {
  const rows = await shown([{ type: 'mixup', alpha: 1 }]);
  if (typeof rows === 'string') throw new Error(rows);
  for (const {
    pictures: [own, ...seen],
  } of rows) {
    expect(new Set([own, ...seen].map(String)).size).toBe(6);
  }
});

test('pictures of 0 to 15 go from black to white', async () => {
  writeFileSync(
    join(folder, 'digits.npy'),
    npyBytes('<f8', [m, 4, 6], new Uint8Array(Float64Array.from(pictures, value => value >> 4).buffer)),
  );
  const rows = await shown([{ type: 'flip', probability: 0 }], 'digits.npy', 1);
  if (typeof rows === 'string') throw new Error(rows);
  const most = Math.max(...rows.flatMap(({ pictures }) => pictures.flat()));
  expect(most).toBe(255);
});

test('data that can’t be read are a sentence', async () => {
  expect(await shown(['flip'], 'none.npy')).toMatch(/none\.npy/);
});
