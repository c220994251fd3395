import { describe, expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { Random } from '../../../src/core/random';
import { createModel } from '../../../src/core/train/createModel';
import { createTraining } from '../../../src/core/train/createTraining';
import { gradientCheck } from '../../../src/core/train/gradientCheck';
import type { Checkpoint } from '../../../src/core/train/training';
import { decodeCheckpoint, encodeCheckpoint } from '../../../src/formats/checkpointFile';
import { threadedSet, wasmSet } from '../kernels/wasmSet';
import { finish, stepCost } from './finish';
import { randomDataset } from './randomDataset';
import { type LayerText, snapshotOf } from './snapshotOf';

// what layers do that aren't the same in a step as in use: their bits depend on no thread, no piece and no pause

const train = randomDataset(22, [6, 5, 2], 'one-hot', 3);
const input = { id: 'input', type: 'input', shape: [6, 5, 2] };
const output = { id: 'output', type: 'dense', units: 3, activation: 'softmax' };
const flatten = { id: 'flatten', type: 'flatten' };
const conv = { id: 'conv', type: 'conv2d', filters: 5, kernelSize: 3, padding: 'same', activation: 'tanh' };
const drops: readonly LayerText[] = [
  input,
  conv,
  { id: 'channels', type: 'spatial-dropout', rate: 0.3 },
  { id: 'pool', type: 'max-pool2d', poolSize: 2 },
  flatten,
  { id: 'drop', type: 'dropout', rate: 0.4 },
  output,
];
const norms: readonly LayerText[] = [
  input,
  { ...conv, activation: 'linear' },
  { id: 'norm', type: 'batch-norm', momentum: 0.8 },
  { id: 'depthwise', type: 'depthwise-conv2d', kernelSize: 2, stride: 2, activation: 'relu' },
  flatten,
  { id: 'hidden', type: 'dense', units: 4, activation: 'tanh' },
  { id: 'vector', type: 'batch-norm' },
  output,
];
const attends: readonly LayerText[] = [
  input,
  { id: 'steps', type: 'reshape', shape: [10, 6] },
  { id: 'place', type: 'position' },
  { id: 'it', type: 'self-attention', heads: 2, causal: true, dropout: 0.3 },
  { id: 'sum', type: 'add', inputs: ['it', 'place'] },
  { id: 'other', type: 'conv1d', filters: 5, kernelSize: 3, inputs: ['place'] },
  { id: 'cross', type: 'cross-attention', heads: 3, dropout: 0.2, inputs: ['sum', 'other'] },
  flatten,
  output,
];
const settings = { loss: 'categorical-cross-entropy', optimizer: 'adam', batchSize: 8 };

function training(
  layers: readonly LayerText[],
  kernels: Kernels,
  more: Readonly<Record<string, unknown>> = {},
  resume?: Checkpoint,
) {
  const snapshot = snapshotOf(layers, { ...settings, ...more, precision: kernels.precision });
  return createTraining({ snapshot, kernels, train, resume });
}

const costsOf = (run: ReturnType<typeof training>, count: number) =>
  Array.from({ length: count }, () => stepCost(run));

/** The kernels, cutting each batch into pieces of a few examples. */
const inPieces = (kernels: Kernels): Kernels => ({ ...kernels, flopsPerPiece: 60_000 });

const all = {
  'convolutions and dropout': drops,
  'convolutions and batch norm': norms,
  'attention and positions': attends,
};

describe.each(Object.entries(all))('%s', (_, layers) => {
  test.each(['float32', 'float64'] as const)(
    'are the same in %s on one thread and on three, bit for bit',
    precision => {
      const [one, three] = [
        training(layers, wasmSet(precision, 'relaxed')),
        training(layers, threadedSet(precision, 3)),
      ];
      expect(costsOf(three, 9)).toEqual(costsOf(one, 9));
      expect(three.checkpoint()).toEqual(one.checkpoint());
      expect(finish(three.predict(train))).toEqual(finish(one.predict(train)));
    },
  );

  test.each([
    ['reference', () => referenceKernels('float64')],
    ['WebAssembly', () => wasmSet('float32', 'relaxed')],
  ] as const)('go on from a file as without a pause on %s kernels', (_, kernels) => {
    const whole = training(layers, kernels());
    const costs = costsOf(whole, 11);
    const first = training(layers, kernels());
    // within an epoch, whose batches are 8, 8 and 6 examples
    expect(costsOf(first, 5)).toEqual(costs.slice(0, 5));
    const second = training(layers, kernels(), {}, decodeCheckpoint(encodeCheckpoint(first.checkpoint())));
    expect(costsOf(second, 6)).toEqual(costs.slice(5));
    expect(second.checkpoint()).toEqual(whole.checkpoint());
    expect(finish(second.predict(train))).toEqual(finish(whole.predict(train)));
  });

  test('have the gradient of their cost while they learn', () => {
    for (const kernels of [referenceKernels('float64'), wasmSet('float64', 'relaxed')]) {
      const snapshot = snapshotOf(layers, { ...settings, precision: 'float64' });
      const model = createModel({ snapshot, kernels, batchSize: train.m });
      model.plan.draws.seed(4);
      const random = new Random(3);
      for (const { value } of model.parameters)
        for (let i = 0; i < value.data.length; i++) value.data[i] = random.randn() / 2;
      expect(gradientCheck(model, train, { most: 40 }).relativeError).toBeLessThan(1e-7);
    }
  });
});

describe('dropout', () => {
  const seeded = { optimizer: { type: 'sgd', learningRate: 0.5 }, batchSize: 'all' };

  test('leaves out the same values of a batch in pieces as of a whole one', () => {
    const kernels = wasmSet('float64', 'relaxed');
    const snapshot = snapshotOf(drops, { ...settings, precision: 'float64' });
    const pieces = createModel({ snapshot, kernels: inPieces(kernels), batchSize: train.m });
    expect(pieces.plan.capacity).toBeLessThan(train.m / 2);
    const whole = training(drops, kernels, seeded);
    const cut = training(drops, inPieces(wasmSet('float64', 'relaxed')), seeded);
    const costs = costsOf(whole, 6);
    for (const [i, cost] of costsOf(cut, 6).entries()) expect(cost).toBeCloseTo(costs[i]!, 12);
    // another mask of one value would be seen in the third digit
    const other = costsOf(training(drops, wasmSet('float64', 'relaxed'), { ...seeded, seed: 9 }), 1)[0]!;
    expect(Math.abs(other - costs[0]!)).toBeGreaterThan(1e-3);
  });

  test('draws another mask in each step, and none in use', () => {
    const still = { ...seeded, optimizer: { type: 'sgd', learningRate: 1e-300 } };
    const run = training(drops, wasmSet('float64', 'relaxed'), still);
    const [first, second] = costsOf(run, 2);
    expect(first).not.toBe(second);
    const used = finish(run.predict(train));
    expect(finish(run.predict(train))).toEqual(used);
    const without = drops.filter(({ type }) => !type.endsWith('dropout'));
    const plain = training(without, wasmSet('float64', 'relaxed'), still, run.checkpoint());
    expect(finish(plain.predict(train))).toEqual(used);
    expect(finish(run.evaluate(train)).cost).toBe(stepCost(plain));
  });
});

describe('batch norm', () => {
  const still = { optimizer: { type: 'sgd', learningRate: 1e-300 }, batchSize: 'all' };
  const saved = (run: ReturnType<typeof training>, name: string) =>
    run.checkpoint().parameters.find(parameter => parameter.name === name)!.data;

  test('keeps running averages of what the batch has, and uses them', () => {
    const layers = [input, { id: 'norm', type: 'batch-norm', momentum: 0.75 }, flatten, output];
    const run = training(layers, wasmSet('float64', 'relaxed'), still);
    const places = 30;
    const values = new Float64Array(train.m * places * 2);
    train.gatherInputs(
      Uint32Array.from({ length: train.m }, (_, i) => i),
      0,
      train.m,
      values,
    );
    const moments = [0, 1].map(channel => {
      const own = values.filter((_, i) => i % 2 === channel);
      const mean = own.reduce((sum, x) => sum + x, 0) / own.length;
      return { mean, variance: own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / own.length };
    });
    costsOf(run, 2);
    const share = 1 - 0.75 ** 2;
    for (const [channel, { mean, variance }] of moments.entries()) {
      expect(saved(run, 'norm.mean')[channel]).toBeCloseTo(share * mean, 12);
      expect(saved(run, 'norm.variance')[channel]).toBeCloseTo(1 - share + share * variance, 12);
    }
    // an evaluation is no step
    const before = run.checkpoint();
    const { cost } = finish(run.evaluate(train));
    finish(run.predict(train));
    expect(run.checkpoint()).toEqual(before);
    // and has the same values for an example, whichever are beside it
    const one = createModel({
      snapshot: snapshotOf(layers, { ...settings, precision: 'float64' }),
      kernels: wasmSet('float64', 'relaxed'),
      batchSize: 3,
      checkpoint: before,
    });
    expect(finish(one.predict(train))).toEqual(finish(run.predict(train)));
    expect(stepCost(run)).not.toBeCloseTo(cost, 3);
  });

  test('a step that diverges moves no average, nor does the way back to it', () => {
    const wild = { optimizer: { type: 'sgd', learningRate: 1e200 }, batchSize: 'all' };
    for (const kernels of [wasmSet('float64', 'relaxed'), referenceKernels('float64')]) {
      const run = training(norms, kernels, wild);
      let last = run.checkpoint();
      for (;;) {
        const result = finish(run.steps(20));
        if (result.kind === 'diverged') break;
        expect(run.iteration).toBeLessThan(100);
      }
      // step by step to the same place: what it keeps is that of the steps that were taken
      const again = training(norms, kernels, wild);
      while (again.iteration < run.iteration) {
        stepCost(again);
        last = again.checkpoint();
      }
      expect(run.checkpoint().parameters).toEqual(last.parameters);
      expect(finish(again.step()).kind).toBe('diverged');
      expect(again.checkpoint().parameters).toEqual(last.parameters);
    }
  });
});

test('a seed draws the kernels of a convolution (f, f, n_C_prev, n_C) in NumPy’s order', () => {
  const run = training(
    [input, { ...conv, initializer: 'he' }, flatten, output],
    referenceKernels('float64'),
    { seed: 5 },
  );
  const { shape, data } = run.parameters[0]!;
  expect(shape).toEqual([3, 3, 2, 5]);
  const random = new Random(5);
  const scale = Math.sqrt(2 / 18);
  expect([...data]).toEqual(Array.from({ length: 90 }, () => random.randn() * scale));
});
