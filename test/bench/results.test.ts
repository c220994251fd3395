import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/core/analyze';
import { benchModule } from './benchModule';

const { allTasks, seedsOf } = await benchModule('results/task.mjs');
const { networkOf, networks } = await benchModule('results/networkOf.mjs');
const { seeded } = await benchModule('results/seeded.mjs');
const { dataFiles, readFrom } = await benchModule('results/dataFiles.mjs');
const { spread } = await benchModule('results/spread.mjs');
const { origin } = await benchModule('results/origin.mjs');
const { layersText } = await benchModule('results/layersText.mjs');
const { resultsReport } = await benchModule('results/resultsReport.mjs');
const { peers } = await benchModule('results/peers/peer.mjs');
const { readNpy } = await benchModule('npy.mjs');
const tasks: { name: string; place: number; peer?: string; seeds?: number }[] = await allTasks();

describe('the tasks of the results', () => {
  test('each have a network without errors, and no network is left over', () => {
    expect(new Set(tasks.map(({ place }) => place)).size).toBe(tasks.length);
    expect(tasks.map(({ name }) => `${name}.nn.json`).sort()).toEqual(readdirSync(networks).sort());
    for (const task of tasks) {
      const { problems } = analyze(JSON.stringify(networkOf(task)));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      if (task.peer) expect(peers).toHaveProperty(task.peer);
      expect(seedsOf(task).length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('a seed', () => {
  test('is that of the training, and of the split where examples are split', () => {
    const network = {
      data: { file: 'a.csv', split: { test: 0.2, seed: 1 } },
      training: { epochs: 2, seed: 1 },
    };
    expect(seeded(network, 7)).toEqual({
      data: { file: 'a.csv', split: { test: 0.2, seed: 7 } },
      training: { epochs: 2, seed: 7 },
    });
    const arrays = { data: { train: { x: 'x.npy', y: 'y.npy' } }, training: {} };
    expect(seeded(arrays, 7)).toEqual({ data: arrays.data, training: { seed: 7 } });
  });
});

describe('the data of a network', () => {
  const data = { train: { x: '../x.h5#a', y: '../x.h5#b' }, test: { x: 't.npy', y: 'u.npy' } };

  test('are all files that it names, found from its folder', () => {
    const files = dataFiles({ data }, resolve('/nets'));
    expect(files).toEqual(['/x.h5', '/x.h5', '/nets/t.npy', '/nets/u.npy'].map(file => resolve(file)));
    expect(dataFiles({ data: { file: 'a.csv', test: 'b.csv' } }, resolve('/n'))).toEqual(
      ['/n/a.csv', '/n/b.csv'].map(file => resolve(file)),
    );
  });

  test('are the same files read from elsewhere', () => {
    const moved = readFrom({ data }, resolve('/nets'), resolve('/tmp/here'));
    expect(dataFiles(moved, resolve('/tmp/here'))).toEqual(dataFiles({ data }, resolve('/nets')));
    expect(moved.data.train.x).toMatch(/#a$/);
  });
});

test('spread is the mean, the least and the most', () => {
  expect(spread([3, 1, 2, 6])).toEqual({ mean: 3, least: 1, most: 6 });
});

test('where a network comes from is said only where it is so', () => {
  const proposals = [
    { title: 'One', text: '{"layers":[1]}' },
    { title: 'None', text: '{"layers":[]}' },
  ];
  expect(origin({ layers: [] }, proposals, undefined)).toBe('as New Network proposes it (“None”)');
  expect(origin({ layers: [2] }, proposals, 'a two')).toBe('as New Network proposes it, but for a two');
  expect(origin({ layers: [2] }, proposals, undefined)).toMatch(/^not what New Network proposes/);
});

test('layers are said in a line, unknown ones by their type', () => {
  const layers = [
    { type: 'input' },
    { type: 'conv2d', filters: 8, kernelSize: [1, 3] },
    { type: 'max-pool2d', poolSize: 2 },
    { type: 'batch-norm' },
    { type: 'flatten' },
    { type: 'dropout', rate: 0.5 },
    { type: 'dense', units: 10 },
  ];
  expect(layersText({ layers })).toBe('conv 8 1×3, pool 2, batch-norm, dropout 0.5, dense 10');
});

describe('the report', () => {
  const examples = [60_000, 10_000];
  const runsOf = (...figures: number[]) => figures.map(figure => ({ figure, seconds: 2 }));

  test('judges the mean against the goal, and puts a peer below', () => {
    const text = resultsReport([
      {
        task: { name: 'a', figure: 'accuracy', goal: 0.98 },
        examples,
        layers: 'dense 10',
        runs: runsOf(0.99, 0.97, 0.985),
        peer: { name: 'PyTorch', note: ' 9', runs: runsOf(0.9) },
      },
      { task: { name: 'b', figure: 'accuracy', goal: 0.98 }, examples, layers: '', runs: runsOf(0.979) },
    ]);
    expect(text).toMatch(
      /\| a +\| ≥ 98\.00 % \| 98\.17 % \| 97\.00 %–99\.00 % \| 2\.00 \(2\.00–2\.00\) \| +yes \|/,
    );
    expect(text).toMatch(/\| – PyTorch \| +\| 90\.00 % \|/);
    expect(text).toMatch(/\| b +\|.* no \|/);
    expect(text).toContain('- a: dense 10; 60,000 + 10,000 examples; 3 seeds. PyTorch 9.');
  });

  test('says what three seeds alone would have said where there are more', () => {
    const task = { name: 'a', figure: 'r-squared' };
    const text = resultsReport([{ task, examples, layers: '', runs: runsOf(1, 1, 1, 0) }]);
    expect(text).toContain('4 seeds (the first three alone: 1.000)');
    expect(text).toMatch(/\| a +\| +\| 0\.750 \|/);
  });

  test('names what is missing, and gives no figure instead', () => {
    const text = resultsReport([
      { task: { name: 'a', figure: 'accuracy', goal: 0.9 }, missing: 'data/a.csv' },
      {
        task: { name: 'b', figure: 'accuracy' },
        examples,
        layers: 'dense 1',
        runs: runsOf(1),
        peer: { name: 'PyTorch', missing: 'torch isn’t installed' },
      },
    ]);
    expect(text).toMatch(/\| a +\| ≥ 90\.00 % \| +– \| +– \| +– \| no data \|/);
    expect(text).toContain('- a: not trained, because data/a.csv isn’t there.');
    expect(text).toContain('PyTorch is missing: torch isn’t installed.');
    expect(text).not.toContain('– PyTorch');
  });
});

describe('the cats', () => {
  test('are learnt by the same network with augmentation and without', () => {
    const [augmented, plain] = ['cats-augmented', 'cats-plain'].map(name => networkOf({ name }));
    const { augment, ...training } = augmented.training;
    expect(augment.length).toBeGreaterThan(0);
    expect(training).toEqual(plain.training);
    expect(augmented.layers).toEqual(plain.layers);
    expect(augmented.data).toEqual(plain.data);
  });
});

describe('what a peer is asked', () => {
  test('of PyTorch names the files of the digits in full', async () => {
    const network = networkOf({ name: 'digits-cnn' });
    const question = await peers.pytorch.question({ network, seed: 4, from: networks });
    expect(question).toMatchObject({ seed: 4, scale: 255, layers: network.layers });
    expect(question.test.y).toBe(dataFiles(network, networks)[3]);
  });

  test('of MLPRegressor is the same split: its examples are written as they are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'results-'));
    const set = (y: number[]) => ({
      x: { shape: [y.length, 1], data: Float64Array.from(y, v => -v) },
      y: { shape: [y.length, 1], data: Float64Array.from(y) },
    });
    const layerwise = { tableArrays: async () => [set([1, 2, 3]), set([4])] };
    const network = networkOf({ name: 'wine-alcohol' });
    const question = await peers['scikit-learn'].question({
      task: { figure: 'r-squared' },
      network,
      seed: 2,
      from: folder,
      folder,
      layerwise,
    });
    expect(question).toEqual({
      figure: 'r-squared',
      folder,
      hidden: [16],
      activation: 'relu',
      learningRate: 0.01,
      epochs: network.training.iterations,
      seed: 2,
    });
    expect([...readNpy(join(folder, 'xTest.npy')).data]).toEqual([-4]);
    expect([...readNpy(join(folder, 'y.npy')).data]).toEqual([1, 2, 3]);
    rmSync(folder, { recursive: true });
  });
});
