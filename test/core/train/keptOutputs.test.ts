import { expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { frozenPart } from '../../../src/core/plan/frozenPart';
import { createTraining } from '../../../src/core/train/createTraining';
import type { Checkpoint } from '../../../src/core/train/training';
import { exactSet, threadedSet, wasmSet } from '../kernels/wasmSet';
import { finish, stepCost } from './finish';
import { randomDataset } from './randomDataset';
import { type LayerText, snapshotOf } from './snapshotOf';

const still = { frozen: true };
const input = { id: 'input', type: 'input', shape: [6, 5, 2] };
const conv = { id: 'conv', type: 'conv2d', filters: 5, kernelSize: 3, padding: 'same', activation: 'relu' };
const flatten = { id: 'flatten', type: 'flatten' };
const output = { id: 'output', type: 'dense', units: 3, activation: 'softmax' };
const norm = { id: 'norm', type: 'batch-norm' };
const hidden = { id: 'hidden', type: 'dense', units: 33, activation: 'tanh' };

const chain: readonly LayerText[] = [
  input,
  { ...conv, ...still },
  { ...norm, ...still },
  { id: 'pool', type: 'max-pool2d', poolSize: 2 },
  flatten,
  { ...hidden, ...still },
  { id: 'drop', type: 'dropout', rate: 0.3 },
  { id: 'next', type: 'dense', units: 4, activation: 'tanh' },
  output,
];

const train = randomDataset(53, [6, 5, 2], 'one-hot', 3);

function training(
  kernels: Kernels,
  more: Readonly<Record<string, unknown>>,
  without: readonly string[] = [],
  {
    layers = chain,
    data = train,
    resume,
  }: { layers?: readonly LayerText[]; data?: typeof train; resume?: Checkpoint } = {},
) {
  const snapshot = snapshotOf(layers, {
    loss: 'categorical-cross-entropy',
    optimizer: 'adam',
    iterations: 200,
    precision: kernels.precision,
    ...more,
  });
  return createTraining({ snapshot, kernels, train: data, without, ...(resume && { resume }) });
}

test.each([
  ['the reference', () => referenceKernels('float64')],
  ['float32', () => wasmSet('float32', 'relaxed')],
  ['float32 in wide tiles', () => wasmSet('float32', 'plain', true)],
  ['float64', () => wasmSet('float64', 'relaxed')],
  ['three threads', () => threadedSet('float32', 3)],
] as const)('what frozen layers give is computed once, and nothing differs by a bit: %s', (name, kernels) => {
  for (const batchSize of name === 'three threads' ? [16] : [16, 1, 'all']) {
    const once = training(kernels(), { batchSize });
    const anew = training(kernels(), { batchSize }, ['frozen-once']);
    // the reference adds up in another order where a batch isn't of whole fours, as the last of an epoch
    expect(once.passes.includes('frozen-once')).toBe(name !== 'the reference' || batchSize === 'all');
    expect(anew.passes).not.toContain('frozen-once');
    for (let i = 0; i < 9; i++) {
      expect(stepCost(once)).toBe(stepCost(anew));
      // an evaluation on the way goes through the whole network
      if (i === 4) expect(finish(once.evaluate(train))).toEqual(finish(anew.evaluate(train)));
    }
    finish(once.steps(5));
    finish(anew.steps(5));
    expect(once.checkpoint()).toEqual(anew.checkpoint());
    expect(finish(once.predict(train))).toEqual(finish(anew.predict(train)));
  }
});

test.each([
  ['the reference', () => referenceKernels('float64')],
  ['the exact', exactSet],
  ['float64', () => wasmSet('float64', 'relaxed')],
] as const)(
  'nor in batches of any size, whatever the last one has, or going on in the last epoch: %s',
  (name, kernels) => {
    const kept: number[] = [];
    // at some sizes an example that is added up otherwise stays so when a batch is reversed
    for (const [batchSize, m] of [
      [6, 52],
      [10, 98],
      [6, 50],
      [4, 52],
      [8, 60],
      [12, 54],
    ] as const) {
      const data = randomDataset(m, [7], 'one-hot', 3);
      const layers = [
        { id: 'input', type: 'input', shape: [7] },
        { ...hidden, ...still },
        { id: 'next', type: 'dense', units: 4, activation: 'tanh' },
        output,
      ];
      const iterations = 6 * Math.ceil(m / batchSize);
      const run = (without: readonly string[] = [], resume?: Checkpoint) =>
        training(kernels(), { batchSize, iterations }, without, { layers, data, ...(resume && { resume }) });
      const once = run();
      if (once.passes.includes('frozen-once')) kept.push(batchSize);
      const anew = run(['frozen-once']);
      while (once.iteration < iterations - 2) stepCost(once);
      const resumed = run([], once.checkpoint());
      expect(resumed.passes).not.toContain('frozen-once');
      for (const each of [once, resumed, anew]) while (each.iteration < iterations) stepCost(each);
      expect(once.checkpoint()).toEqual(anew.checkpoint());
      expect(resumed.checkpoint()).toEqual(anew.checkpoint());
    }
    if (name === 'float64') expect(kept.length).toBeGreaterThan(0);
    else expect(kept).toEqual([4, 8]);
  },
);

test('where there is no room for the places either, nothing is kept', () => {
  const plain = referenceKernels('float64');
  let asked = false;
  const full: Kernels = {
    ...plain,
    place(array) {
      if (!asked && array.length === train.m) {
        asked = true;
        throw new RangeError('no room');
      }
      return array;
    },
  };
  const run = training(full, { batchSize: 'all' });
  expect(asked).toBe(true);
  expect(run.passes).not.toContain('frozen-once');
  expect(stepCost(run)).toBe(stepCost(training(plain, { batchSize: 'all' })));
});

test('where the examples are others in each epoch, or there is but one, nothing is kept', () => {
  const kernels = () => wasmSet('float32', 'relaxed');
  const flips = training(kernels(), { batchSize: 16, augment: [{ type: 'flip' }] });
  expect(flips.passes).not.toContain('frozen-once');
  expect(training(kernels(), { batchSize: 16, iterations: 4 }).passes).not.toContain('frozen-once');
});

test('is the part from the input on that neither learns nor draws, where the rest sees one value of it', () => {
  const part = (layers: readonly LayerText[]) => {
    const { network, shapes } = analyze(JSON.stringify({ layers }));
    const found = frozenPart(network!, shapes!);
    return found && [[...found.layers].join(' '), found.last];
  };
  expect(part(chain)).toEqual(['input conv norm pool flatten hidden', 'hidden']);
  expect(part([input, flatten, output])).toBe(undefined);
  expect(part([input, conv, { ...norm, ...still }, flatten, output])).toBe(undefined);
  const drop = { id: 'drop', type: 'dropout', rate: 0.3 };
  expect(part([input, { ...conv, ...still }, drop, { ...norm, ...still }, flatten, output])).toEqual([
    'input conv',
    'conv',
  ]);
  // the rest sees the input too
  const skip = { id: 'skip', type: 'conv2d', filters: 5, kernelSize: 3, padding: 'same', inputs: ['input'] };
  const add = { id: 'add', type: 'add', inputs: ['conv', 'skip'] };
  expect(part([input, { ...conv, ...still }, skip, add, flatten, output])).toBe(undefined);
  expect(part([input, { ...conv, ...still }, { ...skip, ...still }, add, flatten, output])?.[1]).toBe(
    'flatten',
  );
});
