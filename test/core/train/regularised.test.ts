import { describe, expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { Random } from '../../../src/core/random';
import { createTraining } from '../../../src/core/train/createTraining';
import type { Dataset } from '../../../src/core/train/dataset';
import type { Checkpoint } from '../../../src/core/train/training';
import golden from '../../golden/training.json';
import { threadedSet, wasmSet } from '../kernels/wasmSet';
import { arrayDataset } from './arrayDataset';
import { finish, stepCost } from './finish';
import { randomDataset } from './randomDataset';
import { snapshotOf } from './snapshotOf';

/** The golden runs' points. */
const points = (() => {
  const random = new Random(9);
  return Array.from({ length: 10 }, () => [random.randn(), random.randn()]);
})();

type Run = (typeof golden)[number];

function datasetOf({ labels }: Run): Dataset {
  const made = arrayDataset(points, labels);
  const classes = labels[0]!.length === 3 ? ['a', 'b', 'c'] : undefined;
  return { ...made, targets: { ...made.targets, classes } };
}

function trainingOf(run: Run, kernels: Kernels = referenceKernels('float64'), resume?: Checkpoint) {
  const units = run.labels[0]!.length;
  const outputs: Record<string, string> = {
    'categorical-cross-entropy': 'softmax',
    'binary-cross-entropy': 'sigmoid',
  };
  return createTraining({
    kernels,
    resume,
    train: datasetOf(run),
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [2] },
        { id: 'hidden', type: 'dense', units: 3, activation: 'tanh' },
        { id: 'output', type: 'dense', units, activation: outputs[run.training.loss] ?? 'linear' },
      ],
      run.training,
    ),
  });
}

// golden numbers: python test/golden/training.py > test/golden/training.json
describe.each([
  ['reference', referenceKernels('float64')],
  ['WebAssembly', wasmSet('float64', 'relaxed')],
  ['WebAssembly with three threads', threadedSet('float64', 3)],
] as const)('on %s kernels', (_name, kernels) => {
  test.each(golden)('$name, batch size $training.batchSize, is trained as PyTorch does', run => {
    const training = trainingOf(run, kernels);
    for (const cost of run.costs) expect(stepCost(training)).toBeCloseTo(cost, 11);
    for (const [i, { data }] of training.parameters.entries()) {
      for (const [k, value] of data.entries()) expect(value).toBeCloseTo(run.parameters[i]![k]!, 11);
    }
  });
});

const everything = golden.filter(({ name }) => name === 'all together');

test.each(everything)('any number of threads gives the same bits, in float32 too', run => {
  for (const precision of ['float32', 'float64'] as const) {
    const [one, three] = [wasmSet(precision, 'relaxed'), threadedSet(precision, 3)].map(kernels => {
      const training = trainingOf({ ...run, training: { ...run.training, precision } as never }, kernels);
      for (let step = 0; step < 10; step++) stepCost(training);
      return training.checkpoint();
    });
    expect(three).toEqual(one);
  }
});

test.each(golden)('$name, batch size $training.batchSize, has the same bits many steps in one go', run => {
  const [together, single] = [trainingOf(run), trainingOf(run)];
  while (together.iteration < 20) finish(together.steps(20 - together.iteration));
  for (let step = 0; step < 20; step++) stepCost(single);
  expect(together.checkpoint()).toEqual(single.checkpoint());
});

test.each(golden.filter(({ training }) => training.batchSize === 'all' && !('clip' in training)))(
  '$name has the gradient of the cost that it prints',
  run => {
    const { iterations: _, ...settings } = run.training;
    const plain = { ...settings, optimizer: { type: 'sgd', learningRate: 1 }, schedule: undefined };
    const at = (change?: (weights: { readonly data: { [k: number]: number } }[]) => void) => {
      const start = trainingOf({ ...run, training: plain as never }).checkpoint();
      change?.(start.parameters as never);
      return trainingOf({ ...run, training: plain as never }, undefined, start);
    };
    const step = at();
    const before = step.checkpoint().parameters;
    stepCost(step);
    const after = step.checkpoint().parameters;
    for (const [i, { data }] of before.entries()) {
      for (let k = 0; k < data.length; k++) {
        const [above, below] = [1e-5, -1e-5].map(e => stepCost(at(all => void (all[i]!.data[k]! += e))));
        const gradient = data[k]! - after[i]!.data[k]!;
        expect(gradient).toBeCloseTo((above! - below!) / 2e-5, 8);
      }
    }
  },
);

test('a penalty and clipping are no work for XᵀX, labels that are weighed are', () => {
  const wide = randomDataset(11, [30], 'numbers', 2);
  const passesWith = (training: object) =>
    createTraining({
      kernels: referenceKernels('float64'),
      train: wide,
      snapshot: snapshotOf(
        [
          { id: 'input', type: 'input', shape: [30] },
          { id: 'output', type: 'dense', units: 2, activation: 'softmax' },
        ],
        { loss: 'categorical-cross-entropy', optimizer: 'nesterov', ...training },
      ),
    }).passes.includes('gram');
  expect(passesWith({ l2Penalty: 0.1 })).toBe(false);
  expect(passesWith({ clip: { norm: 1 } })).toBe(false);
  expect(passesWith({})).toBe(true);
  expect(passesWith({ classWeights: { 1: 3 }, labelSmoothing: 0.1 })).toBe(true);
});

test('the penalty is that of the course, to its last printed digit', () => {
  // Improving Deep Neural Networks, week 1, Regularization: backward_propagation_with_regularization, λ = 0.7
  const random = new Random(1);
  const drawn = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.randn()));
  const X = drawn(3, 5);
  const given = [drawn(2, 3), drawn(2, 1), drawn(3, 2), drawn(3, 1), drawn(1, 3), drawn(1, 1)];
  const options = {
    kernels: referenceKernels('float64'),
    train: arrayDataset(
      Array.from({ length: 5 }, (_, i) => X.map(row => row[i]!)),
      [[1], [1], [0], [1], [0]],
    ),
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [3] },
        { id: 'a', type: 'dense', units: 2, activation: 'relu' },
        { id: 'b', type: 'dense', units: 3, activation: 'relu' },
        { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
      ],
      { loss: 'binary-cross-entropy', optimizer: { type: 'sgd', learningRate: 1 }, l2Penalty: 0.7 },
    ),
  };
  const start = createTraining(options).checkpoint();
  const parameters = start.parameters.map((parameter, i) => ({
    ...parameter,
    data: Float64Array.from(given[i]!.flat()),
  }));
  const training = createTraining({ ...options, resume: { ...start, parameters } });
  stepCost(training);
  const after = training.checkpoint().parameters;
  const gradients = after.map(({ data }, i) => [...data].map((value, k) => parameters[i]!.data[k]! - value));
  const printed = [
    [-0.25604646, 0.12298827, -0.28297129, -0.17706303, 0.34536094, -0.4410571],
    [0.79276486, 0.85133918, -0.0957219, -0.01720463, -0.13100772, -0.03750433],
    [-1.77691347, -0.11832879, -0.09397446],
  ];
  for (const [i, expected] of printed.entries()) {
    expect(gradients[2 * i]!.map(value => Number(value.toFixed(8)))).toEqual(expected);
  }
});

test('what a run says in the end is the cost of its steps: with the penalty, of smoothed and weighed labels', () => {
  for (const run of golden.filter(({ training }) => training.batchSize === 'all')) {
    const training = trainingOf(run);
    const found = finish(training.evaluate(datasetOf(run)));
    const J = finish(training.objective(found, datasetOf(run)));
    expect(J).toBeCloseTo(run.costs[0]!, 11);
    const plain = !(
      'l2Penalty' in run.training ||
      'labelSmoothing' in run.training ||
      'classWeights' in run.training
    );
    expect(J === found.cost).toBe(plain);
  }
});
