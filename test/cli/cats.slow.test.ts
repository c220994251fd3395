import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../runs/temporaryFolder';
import { bundle } from './bundle';
import { layerwise } from './layerwise';

const built = bundle('cli', 'hdf5');
const base = temporaryFolder();
const run = (...args: string[]) => layerwise(built.path('cli'), args, base);
const write = (name: string, text: string) => writeFileSync(join(base, name), text);

const cats = resolve(import.meta.dirname, '../../../shared/data/cats');
describe.runIf(existsSync(cats))('the pictures of cats', () => {
  it('give the course’s first costs from the terminal', async () => {
    write(
      'cats.nn.json',
      JSON.stringify({
        data: {
          train: {
            x: `${cats}/train_catvnoncat.h5#train_set_x`,
            y: `${cats}/train_catvnoncat.h5#train_set_y`,
          },
          test: { x: `${cats}/test_catvnoncat.h5#test_set_x`, y: `${cats}/test_catvnoncat.h5#test_set_y` },
          scale: 255,
        },
        layers: [
          { id: 'input', type: 'input' },
          { id: 'flatten', type: 'flatten' },
          { id: 'output', type: 'dense', units: 1, activation: 'sigmoid', initializer: 'zeros' },
        ],
        training: {
          loss: 'binary-cross-entropy',
          optimizer: { type: 'sgd', learningRate: 0.005 },
          iterations: 101,
          batchSize: 'all',
          precision: 'float64',
        },
      }),
    );
    const { code, out } = await run('train', 'cats.nn.json');
    expect(code).toBe(0);
    expect(out).toContain('Cost after iteration 0: 0.693147\n');
    expect(out).toContain('Cost after iteration 100: 0.584508\n');
  }, 120_000);
});
