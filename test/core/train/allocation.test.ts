import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { createTraining } from '../../../src/core/train/createTraining';
import { wasmSet } from '../kernels/wasmSet';
import { finish } from './finish';
import { randomDataset } from './randomDataset';
import { type LayerText, snapshotOf } from './snapshotOf';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const m = 128;
/** One of each kind of work that has scratch memory of its own: windows, places of a pool, averages, draws, joins. */
const layers: readonly LayerText[] = [
  { id: 'input', type: 'input', shape: [6, 6, 2] },
  { id: 'conv', type: 'conv2d', filters: 5, kernelSize: 3, padding: 'same', bias: false },
  { id: 'norm', type: 'batch-norm' },
  { id: 'relu', type: 'activation', activation: 'relu' },
  { id: 'beside', type: 'depthwise-conv2d', kernelSize: 3, padding: 'same' },
  { id: 'sum', type: 'add', inputs: ['relu', 'beside'] },
  { id: 'pool', type: 'max-pool2d', poolSize: 2 },
  { id: 'flatten', type: 'flatten' },
  { id: 'hidden', type: 'dense', units: 16, activation: 'tanh' },
  { id: 'drop', type: 'dropout', rate: 0.4 },
  { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
];
/** What goes over series step by step, and what weighs their steps. */
const ofSeries: readonly LayerText[] = [
  { id: 'input', type: 'input', shape: [5, 4] },
  { id: 'place', type: 'position' },
  { id: 'mix', type: 'self-attention', heads: 2, causal: true, dropout: 0.2 },
  { id: 'rnn', type: 'rnn', units: 3, returnSequences: true, bidirectional: true },
  { id: 'read', type: 'cross-attention', heads: 3, inputs: ['rnn', 'mix'] },
  { id: 'gru', type: 'gru', units: 4, returnSequences: true, backwards: true },
  { id: 'window', type: 'conv1d', filters: 3, kernelSize: 2, activation: 'gelu' },
  { id: 'pool', type: 'max-pool1d', poolSize: 2 },
  { id: 'lstm', type: 'lstm', units: 5 },
  { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
];
const networks = {
  pictures: { layers, train: randomDataset(m, [6, 6, 2], 'one-hot', 3) },
  series: { layers: ofSeries, train: randomDataset(m, [5, 4], 'one-hot', 3) },
};
const settings = {
  loss: 'categorical-cross-entropy',
  optimizer: 'adam',
  schedule: 'cosine',
  l2Penalty: 0.01,
  clip: { norm: 5 },
};

/** Bytes of typed arrays that were made meanwhile, and aren't collected yet. */
function bytesMade(work: () => void): number {
  collect();
  const before = process.memoryUsage().arrayBuffers;
  work();
  return process.memoryUsage().arrayBuffers - before;
}

/** The same kernels, telling how often memory of theirs was asked for. */
function counted(kernels: Kernels): { kernels: Kernels; asked: () => number } {
  let asked = 0;
  const counting = new Proxy(kernels, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function' || !String(name).startsWith('allocate')) return value;
      return (...args: unknown[]) => {
        asked++;
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { kernels: counting, asked: () => asked };
}

const sets: Readonly<Record<string, () => Kernels>> = {
  reference: () => referenceKernels('float32'),
  WebAssembly: () => wasmSet('float32', 'plain'),
};

describe.each(Object.entries(sets))('no step makes an array or asks for memory, %s', (_, make) => {
  const { kernels, asked } = counted(make());
  const begin = (name: keyof typeof networks, batchSize: number | 'all') => {
    const { layers, train } = networks[name];
    const snapshot = snapshotOf(layers, { ...settings, batchSize, precision: 'float32' });
    const training = createTraining({ snapshot, kernels, train });
    // what is made once: the first order, and what V8 learns
    finish(training.steps(4));
    finish(training.step());
    return training;
  };

  test.each([
    ['pictures', 8],
    ['pictures', 'all'],
    ['series', 8],
    ['series', 'all'],
  ] as const)('of %s, batches of %s', (name, batchSize) => {
    const training = begin(name, batchSize);
    const before = asked();
    expect(before).toBeGreaterThan(0);
    // within an epoch, whose order is an array of its own
    expect(bytesMade(() => finish(training.steps(10)))).toBeLessThanOrEqual(0);
    expect(bytesMade(() => finish(training.step()))).toBeLessThanOrEqual(0);
    expect(training.iteration).toBe(16);
    expect(asked()).toBe(before);
  });
});

test('an array that is made in between would be seen', () => {
  const made: Float32Array[] = [];
  expect(bytesMade(() => made.push(new Float32Array(256)))).toBe(1024);
});
