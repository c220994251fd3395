import { describe, expect, test } from 'vitest';
import type { AugmentationSetting } from '../../../src/core/augmentations';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { trainingSchema } from '../../../src/core/network/schema';
import { augmented } from '../../../src/core/train/augmented/augmented';
import { batchOrder } from '../../../src/core/train/batchOrder';
import { createTraining } from '../../../src/core/train/createTraining';
import type { Dataset } from '../../../src/core/train/dataset';
import type { Checkpoint } from '../../../src/core/train/training';
import { decodeCheckpoint, encodeCheckpoint } from '../../../src/formats/checkpointFile';
import { threadedSet, wasmSet } from '../kernels/wasmSet';
import { finish, stepCost } from './finish';
import { randomDataset } from './randomDataset';
import { snapshotOf } from './snapshotOf';

const m = 22;
const pictures = randomDataset(m, [6, 5, 3], 'one-hot', 3);
const layers = [
  { id: 'input', type: 'input', shape: [6, 5, 3] },
  { id: 'conv', type: 'conv2d', filters: 4, kernelSize: 3, activation: 'tanh' },
  { id: 'flatten', type: 'flatten' },
  { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
];
const all = [
  'flip',
  { type: 'rotate', degrees: 30 },
  'shift',
  'zoom',
  'shear',
  { type: 'crop', height: 5 },
  'brightness',
  'contrast',
  'saturation',
  'noise',
  'cut-out',
  { type: 'mixup', alpha: 1 },
];
const settings = { loss: 'categorical-cross-entropy', optimizer: 'adam', batchSize: 8, augment: all };

const listOf = (augment: unknown): readonly AugmentationSetting[] =>
  trainingSchema.parse({ ...settings, augment }).augment!;

function training(kernels: Kernels, more: Readonly<Record<string, unknown>> = {}, resume?: Checkpoint) {
  const snapshot = snapshotOf(layers, { ...settings, ...more, precision: kernels.precision });
  return createTraining({ snapshot, kernels, train: pictures, resume });
}

const costsOf = (run: ReturnType<typeof training>, count: number) =>
  Array.from({ length: count }, () => stepCost(run));

/** Inputs and targets of an epoch, by example, gathered in batches. */
function seen(dataset: Dataset, augment: unknown, batch: number, epoch: number, seed = 1) {
  const { dataset: changing, begin } = augmented(dataset, listOf(augment), seed);
  const order = finish(batchOrder(dataset.m, 0, seed, epoch))!;
  begin(epoch);
  const width = dataset.inputShape.reduce((a, b) => a * b);
  const n = dataset.targets.n;
  const X = new Float32Array(batch * width);
  const Y = new Float32Array(batch * n);
  const inputs: number[][] = [];
  const targets: number[][] = [];
  for (let from = 0; from < dataset.m; from += batch) {
    const count = Math.min(batch, dataset.m - from);
    changing.gatherInputs(order, from, count, X);
    changing.gatherTargets(order, from, count, 'one-hot', n, Y);
    for (let i = 0; i < count; i++) {
      inputs[order[from + i]!] = [...X.subarray(i * width, (i + 1) * width)];
      targets[order[from + i]!] = [...Y.subarray(i * n, (i + 1) * n)];
    }
  }
  return { inputs, targets, order };
}

test('an example of an epoch is the same in batches of any size, and another in each epoch and with each seed', () => {
  const known = seen(pictures, all, m, 3);
  for (const batch of [1, 5, 8, 21]) expect(seen(pictures, all, batch, 3)).toEqual(known);
  for (const other of [seen(pictures, all, 8, 4), seen(pictures, all, 8, 3, 2)]) {
    const alike = other.inputs.filter((values, i) =>
      values.every((value, j) => value === known.inputs[i]![j]),
    );
    expect(alike).toEqual([]);
  }
});

test('steps that take all examples see what those of batches see', () => {
  const given = (batchSize: number | 'all') => {
    const found: string[] = [];
    const spy: Dataset = {
      ...pictures,
      gatherInputs(indices, from, count, X, change) {
        pictures.gatherInputs(indices, from, count, X, change);
        for (let i = 0; i < count; i++) found.push([...X.subarray(i * 90, (i + 1) * 90)].join());
      },
    };
    const augment = all.filter(each => typeof each === 'string' || each.type !== 'mixup');
    const run = createTraining({
      snapshot: snapshotOf(layers, { ...settings, batchSize, augment }),
      kernels: wasmSet('float32', 'relaxed'),
      train: spy,
    });
    const epochs = 2;
    while (run.iteration < epochs * run.stepsPerEpoch) stepCost(run);
    expect(found).toHaveLength(epochs * m);
    return found;
  };
  expect(given('all')).toEqual(given(8));
});

describe.each(['float32', 'float64'] as const)('in %s', precision => {
  test('the steps are the same on one thread and on three, bit for bit', () => {
    const [one, three] = [training(wasmSet(precision, 'relaxed')), training(threadedSet(precision, 3))];
    expect(costsOf(three, 7)).toEqual(costsOf(one, 7));
    expect(three.checkpoint()).toEqual(one.checkpoint());
  });

  test('a training goes on from a file as without a pause', () => {
    const whole = training(wasmSet(precision, 'relaxed'));
    const costs = costsOf(whole, 11);
    const first = training(wasmSet(precision, 'relaxed'));
    costsOf(first, 5);
    const saved = decodeCheckpoint(encodeCheckpoint(first.checkpoint()));
    const second = training(wasmSet(precision, 'relaxed'), {}, saved);
    expect(costsOf(second, 6)).toEqual(costs.slice(5));
    expect(second.checkpoint()).toEqual(whole.checkpoint());
  });
});

test('a batch in pieces sees the examples of the whole one', () => {
  const one = { optimizer: { type: 'sgd', learningRate: 0.1 }, batchSize: 'all' };
  const kernels = wasmSet('float64', 'relaxed');
  const whole = costsOf(training(kernels, one), 4);
  const cut = costsOf(training({ ...wasmSet('float64', 'relaxed'), flopsPerPiece: 20_000 }, one), 4);
  for (const [i, cost] of cut.entries()) expect(cost).toBeCloseTo(whole[i]!, 12);
});

test('only steps see it: not an evaluation, a prediction, nor the cost in the end', () => {
  const still = { optimizer: { type: 'sgd', learningRate: 1e-300 }, batchSize: 'all' };
  const kernels = referenceKernels('float64');
  const run = training(kernels, still);
  const plain = training(referenceKernels('float64'), { ...still, augment: undefined });
  const [first, second] = costsOf(run, 2);
  expect(first).not.toBe(second);
  const found = finish(plain.evaluate(pictures));
  expect(finish(run.evaluate(pictures))).toEqual(found);
  expect(finish(run.objective(found, pictures))).toBe(found.cost);
  expect(finish(run.predict(pictures))).toEqual(finish(plain.predict(pictures)));
});

test('a mixture takes the same share of inputs and targets, of an example and the next of the epoch', () => {
  const none = seen(pictures, [{ type: 'mixup', probability: 0 }], 8, 1);
  const mixed = seen(pictures, [{ type: 'mixup', alpha: 1 }], 8, 1);
  const shares = [...none.order].map((example, place) => {
    const next = none.order[(place + 1) % m]!;
    const [x, other] = [none.inputs[example]!, none.inputs[next]!];
    const j = x.reduce(
      (most, value, j) => (Math.abs(value - other[j]!) > Math.abs(x[most]! - other[most]!) ? j : most),
      0,
    );
    const share = (mixed.inputs[example]![j]! - other[j]!) / (x[j]! - other[j]!);
    for (const [k, y] of mixed.targets[example]!.entries())
      expect(y).toBeCloseTo(share * none.targets[example]![k]! + (1 - share) * none.targets[next]![k]!, 5);
    return share;
  });
  expect(Math.min(...shares)).toBeLessThan(0.3);
  expect(Math.max(...shares)).toBeGreaterThan(0.7);
});

test('noise on a table is added to its numbers after they are standardised, not to categories', () => {
  const rows = randomDataset(400, [3], 'one-hot', 2);
  const table: Dataset = { ...rows, amounts: [true, false, true] };
  const plain = seen(table, [{ type: 'noise', probability: 0 }], 64, 0);
  const noisy = seen(table, [{ type: 'noise', deviation: 0.5 }], 64, 0);
  const differences = noisy.inputs.map((row, i) => row.map((value, j) => value - plain.inputs[i]![j]!));
  const spread = (j: number) => Math.sqrt(differences.reduce((sum, row) => sum + row[j]! ** 2, 0) / 400);
  expect(spread(1)).toBe(0);
  for (const j of [0, 2]) {
    expect(spread(j)).toBeGreaterThan(0.44);
    expect(spread(j)).toBeLessThan(0.56);
  }
  expect(noisy.targets).toEqual(plain.targets);
});

test('an augmentation happens as often as its probability says', () => {
  const many = randomDataset(500, [2, 2], 'one-hot', 2);
  const plain = seen(many, [{ type: 'flip', probability: 0 }], 64, 0);
  const flipped = seen(many, [{ type: 'flip', probability: 0.2 }], 64, 0);
  const changed = flipped.inputs.filter((row, i) => row[0] !== plain.inputs[i]![0]);
  expect(changed.length).toBeGreaterThan(65);
  expect(changed.length).toBeLessThan(135);
  for (const [i, [a, b, c, d]] of plain.inputs.entries()) {
    expect([
      [a, b, c, d],
      [b, a, d, c],
    ]).toContainEqual(flipped.inputs[i]);
  }
});
