import { expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { optimizers } from '../../../src/core/optimizers';
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

const train = randomDataset(22, [6, 5, 2], 'one-hot', 3);

const layers: readonly LayerText[] = [
  { id: 'input', type: 'input', shape: [6, 5, 2] },
  { id: 'conv', type: 'conv2d', filters: 4, kernelSize: 3, padding: 'same' },
  { id: 'norm', type: 'batch-norm', momentum: 0.8 },
  { id: 'depthwise', type: 'depthwise-conv2d', kernelSize: 2, stride: 2, activation: 'tanh' },
  { id: 'up', type: 'conv2d-transpose', filters: 3, kernelSize: 2, activation: 'tanh' },
  { id: 'groups', type: 'group-norm', groups: 1 },
  { id: 'flatten', type: 'flatten' },
  { id: 'hidden', type: 'dense', units: 4, activation: 'tanh' },
  { id: 'vector', type: 'batch-norm' },
  { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
];

/** The same with some fields of some layers. */
const withFields = (change: Readonly<Record<string, Readonly<Record<string, unknown>>>>) =>
  layers.map(layer => ({ ...layer, ...change[layer.id] }));
const frozen = (...ids: string[]) => withFields(Object.fromEntries(ids.map(id => [id, { frozen: true }])));

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

/** Names of what isn't as it was, in the order of the network. */
function changed(before: Checkpoint, after: Checkpoint): string[] {
  return after.parameters.flatMap(({ name, data }, i) =>
    data.every((value, k) => Object.is(value, before.parameters[i]!.data[k])) ? [] : [name],
  );
}

const parts = {
  'the beginning': ['conv', 'norm', 'depthwise', 'up'],
  'the middle': ['norm', 'depthwise', 'up', 'groups', 'hidden', 'vector'],
  'the end': ['vector', 'output'],
};

test.each(Object.entries(parts))(
  'a training with %s frozen changes only the rest, whatever the optimizer',
  (_, ids) => {
    for (const { type } of optimizers) {
      for (const kernels of [referenceKernels('float64'), wasmSet('float32', 'relaxed')]) {
        const more = { optimizer: type, l2Penalty: 0.1, clip: { norm: 1 } };
        const run = training(frozen(...ids), kernels, more);
        const before = run.checkpoint();
        for (let i = 0; i < 4; i++) stepCost(run);
        const after = run.checkpoint();
        const left = before.parameters.filter(({ name }) => !ids.includes(name.split('.')[0]!));
        expect(changed(before, after)).toEqual(left.map(({ name }) => name));
        expect(after.slots.every(({ of }) => !ids.includes(of.split('.')[0]!))).toBe(true);
      }
    }
  },
);

test('below the last layer that learns no gradient is computed, nor kept', () => {
  const modelOf = (layers: readonly LayerText[]) => {
    const snapshot = snapshotOf(layers, { ...settings, precision: 'float64' });
    return createModel({ snapshot, kernels: referenceKernels('float64'), batchSize: 22 });
  };
  const whole = modelOf(layers);
  const head = modelOf(frozen('conv', 'norm', 'depthwise', 'up', 'groups', 'hidden', 'vector'));
  const lower = head.plan.layers.filter(({ id }) => id !== 'output');
  expect(lower.flatMap(({ backward }) => backward)).toEqual([]);
  expect(head.plan.parameters.map(({ name }) => name)).toEqual(['W5', 'b5']);
  expect(head.plan.after).toEqual([]);
  expect(head.plan.bytes).toBeLessThan(whole.plan.bytes / 2);
  expect(head.parameters.filter(({ gradient }) => gradient.data.length > 0)).toHaveLength(2);
});

test('what learns before a frozen layer has the gradient of the cost, through averages that stand still', () => {
  for (const ids of Object.values(parts)) {
    for (const kernels of [referenceKernels('float64'), wasmSet('float64', 'relaxed')]) {
      const snapshot = snapshotOf(frozen(...ids), { ...settings, precision: 'float64' });
      const model = createModel({ snapshot, kernels, batchSize: train.m });
      const random = new Random(3);
      for (const { value } of model.parameters)
        for (let i = 0; i < value.data.length; i++) value.data[i] = random.randn() / 2;
      for (const { value } of model.plan.states)
        for (let i = 0; i < value.data.length; i++) value.data[i] = 0.5 + Math.abs(random.randn());
      const { relativeError, parameters } = gradientCheck(model, train, { most: 30 });
      expect(relativeError).toBeLessThan(1e-7);
      expect(parameters.length).toBe(model.plan.parameters.length);
    }
  }
});

test('a frozen batch norm takes a step as it predicts', () => {
  const still = { optimizer: { type: 'sgd', learningRate: 1e-300 }, batchSize: 'all' };
  const run = training(frozen('norm', 'vector'), referenceKernels('float64'), still);
  expect(finish(run.evaluate(train)).cost).toBe(stepCost(run));
  const learning = training(layers, referenceKernels('float64'), still);
  expect(finish(learning.evaluate(train)).cost).not.toBeCloseTo(stepCost(learning), 3);
});

test('a layer whose factor is f learns as with f times the learning rate, in every optimizer', () => {
  for (const { type } of optimizers) {
    for (const kernels of [() => referenceKernels('float64'), () => wasmSet('float32', 'relaxed')]) {
      const step = (layers: readonly LayerText[], learningRate: number) => {
        const run = training(layers, kernels(), { optimizer: { type, learningRate } });
        stepCost(run);
        return run.checkpoint().parameters;
      };
      const own = step(withFields({ hidden: { learningRateFactor: 0.25 } }), 0.04);
      const slow = step(layers, 0.04 * 0.25);
      const fast = step(layers, 0.04);
      for (const [i, { name, data }] of own.entries()) {
        const expected = name.startsWith('hidden.') ? slow : fast;
        expect([name, ...data]).toEqual([name, ...expected[i]!.data]);
      }
    }
  }
});

test('the Gram pass takes the factor of its layer', () => {
  const wide = randomDataset(6, [90], 'binary', 1);
  const costs = (without: readonly string[], learningRateFactor: number) => {
    const snapshot = snapshotOf(
      [
        { id: 'input', type: 'input', shape: [90] },
        { id: 'hidden', type: 'dense', units: 3, activation: 'tanh', learningRateFactor },
        { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
      ],
      {
        loss: 'binary-cross-entropy',
        optimizer: { type: 'sgd', learningRate: 0.2 },
        precision: 'float64',
      },
    );
    const run = createTraining({ snapshot, kernels: referenceKernels('float64'), train: wide, without });
    expect(run.passes.includes('gram')).toBe(without.length === 0);
    return Array.from({ length: 8 }, () => stepCost(run));
  };
  const plain = costs(['gram'], 0.1);
  for (const [i, cost] of costs([], 0.1).entries()) expect(cost).toBeCloseTo(plain[i]!, 12);
  expect(Math.abs(costs([], 1)[7]! - plain[7]!)).toBeGreaterThan(1e-3);
});

test('goes on from a file, and on three threads, as without a pause on one, bit for bit', () => {
  const some = withFields({
    conv: { frozen: true },
    norm: { frozen: true },
    hidden: { learningRateFactor: 0.1 },
    vector: { frozen: true },
  });
  const costs = (run: ReturnType<typeof training>, count: number) =>
    Array.from({ length: count }, () => stepCost(run));
  const whole = training(some, wasmSet('float32', 'relaxed'));
  const expected = costs(whole, 9);
  const first = training(some, threadedSet('float32', 3));
  expect(costs(first, 4)).toEqual(expected.slice(0, 4));
  const saved = decodeCheckpoint(encodeCheckpoint(first.checkpoint()));
  const second = training(some, threadedSet('float32', 3), {}, saved);
  expect(costs(second, 5)).toEqual(expected.slice(4));
  expect(second.checkpoint()).toEqual(whole.checkpoint());
});

test('a frozen batch norm doesn’t keep a batch from being cut, and its parameters aren’t counted as trainable', () => {
  const pieces = (layers: readonly LayerText[]) => {
    const snapshot = snapshotOf(layers, { ...settings, precision: 'float64' });
    const kernels = { ...referenceKernels('float64'), flopsPerPiece: 10_000 };
    return createModel({ snapshot, kernels, batchSize: 22 }).plan.capacity;
  };
  expect(pieces(layers)).toBe(22);
  expect(pieces(frozen('norm', 'vector'))).toBeLessThan(22);
  const { shapes } = snapshotOf(frozen('norm', 'hidden'), settings);
  const own = ['norm', 'hidden'].map(id => shapes!.layers.get(id)!.parameterCount!);
  expect(shapes!.trainableCount).toBe(shapes!.parameterCount! - own[0]! - own[1]!);
});

test('what has no parameters has nothing to freeze', () => {
  const { problems } = analyze(
    JSON.stringify({ layers: [{ id: 'drop', type: 'dropout', rate: 0.5, frozen: true }] }),
  );
  expect(problems.find(({ field }) => field === 'frozen')?.code).toBe('unknown-field');
});

test('frozen attention drops none of its weights, forward or backward', () => {
  const series = [
    { id: 'input', type: 'input', shape: [4, 3] },
    { id: 'before', type: 'conv1d', filters: 6, kernelSize: 1, activation: 'tanh' },
    { id: 'mix', type: 'self-attention', heads: 2, dropout: 0.5, frozen: true },
    { id: 'flatten', type: 'flatten' },
    { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
  ];
  const dataset = randomDataset(5, [4, 3], 'one-hot', 3);
  for (const kernels of [referenceKernels('float64'), wasmSet('float64', 'relaxed')]) {
    const snapshot = snapshotOf(series, settings);
    const model = createModel({ snapshot, kernels, batchSize: 5 });
    const random = new Random(11);
    for (const { value } of model.parameters)
      for (let i = 0; i < value.data.length; i++) value.data[i] = random.randn();
    expect(gradientCheck(model, dataset).relativeError).toBeLessThan(1e-7);
  }
});
