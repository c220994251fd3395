import { describe, expect, test } from 'vitest';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { createModel } from '../../../src/core/train/createModel';
import type { Model } from '../../../src/core/train/model';
import { arrayDataset } from './arrayDataset';
import { finish } from './finish';
import { snapshotOf } from './snapshotOf';

const kernels = referenceKernels('float64');

/** A network of one layer whose Z is its input, so that a test chooses the outputs. */
function passing(n: number, activation: string, loss: string): Model {
  const model = createModel({
    kernels,
    batchSize: 2,
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [n] },
        { id: 'output', type: 'dense', units: n, activation },
      ],
      { loss, optimizer: 'sgd' },
    ),
  });
  const W = model.parameters.find(({ name }) => name === 'W1')!.value.data;
  for (let j = 0; j < n; j++) W[j * n + j] = 1;
  return model;
}

test('two classes: cost, accuracy at 0.5, confusion [true][predicted]', () => {
  const data = arrayDataset([[2], [-1], [-3], [0.1], [0]], [[1], [1], [0], [0], [0]]);
  const result = finish(passing(1, 'sigmoid', 'binary-cross-entropy').evaluate(data));
  expect(result.metrics.accuracy).toBeCloseTo(3 / 5, 12);
  expect(result.confusion).toEqual([
    [2, 1],
    [1, 1],
  ]);
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const logs = [sigmoid(2), sigmoid(-1), 1 - sigmoid(-3), 1 - sigmoid(0.1), 0.5].map(Math.log);
  expect(result.cost).toBeCloseTo(-logs.reduce((a, b) => a + b) / 5, 12);
  expect(result.metrics).not.toHaveProperty('mean-absolute-error');
});

test('several classes: the largest output', () => {
  const data = arrayDataset(
    [
      [3, 1, 0],
      [0, 1, 2],
      [0, 5, 1],
    ],
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 1, 0],
    ],
  );
  const result = finish(passing(3, 'softmax', 'categorical-cross-entropy').evaluate(data));
  expect(result.metrics.accuracy).toBeCloseTo(2 / 3, 12);
  expect(result.confusion).toEqual([
    [1, 0, 0],
    [0, 1, 1],
    [0, 0, 0],
  ]);
});

test('numbers: the mean absolute error, no classes', () => {
  const data = arrayDataset([[1.5], [-2], [10]], [[1], [2], [7]]);
  const result = finish(passing(1, 'linear', 'mean-squared-error').evaluate(data));
  expect(result.metrics['mean-absolute-error']).toBeCloseTo((0.5 + 4 + 3) / 3, 12);
  expect(result.cost).toBeCloseTo((0.25 + 16 + 9) / 3, 12);
  expect(result.metrics).not.toHaveProperty('accuracy');
  expect(result).not.toHaveProperty('confusion');
});

test('labels 0 and 1 under a loss for numbers are still classes', () => {
  const data = arrayDataset([[0.9], [0.2], [0.4]], [[1], [0], [1]]);
  expect(finish(passing(1, 'linear', 'mean-squared-error').evaluate(data)).metrics.accuracy).toBeCloseTo(
    2 / 3,
    12,
  );
});

test('predict gives the outputs example after example, across shards', () => {
  const rows = Array.from({ length: 7 }, (_, i) => [i, -i]);
  const model = passing(2, 'linear', 'mean-squared-error');
  expect([...finish(model.predict(arrayDataset(rows, rows)))]).toEqual(rows.flat().map(x => x + 0));
  expect(model.plan.capacity).toBe(2);
});

describe('cost and gradient where the output is 0 or 1 to the last bit', () => {
  test.each([
    ['sigmoid', 'binary-cross-entropy', [[900], [-900]], [[0], [1]]],
    [
      'softmax',
      'categorical-cross-entropy',
      [
        [900, -900],
        [-900, 900],
      ],
      [
        [0, 1],
        [1, 0],
      ],
    ],
  ] as const)('%s', (activation, loss, inputs, labels) => {
    const n = labels[0].length;
    const wrong = finish(passing(n, activation, loss).evaluate(arrayDataset(inputs, labels)));
    expect(wrong.cost).toBeCloseTo(n * 900, 6);
    const right = finish(passing(n, activation, loss).evaluate(arrayDataset(inputs, labels.toReversed())));
    expect(right.cost).toBe(0);
  });
});

test('many outputs that are numbers need no table of their square', () => {
  // as a confusion they would be 40 thousand million counts
  const n = 200_000;
  const model = createModel({
    kernels,
    batchSize: 1,
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [1] },
        { id: 'output', type: 'dense', units: n },
      ],
      { loss: 'mean-squared-error', optimizer: 'sgd' },
    ),
  });
  const halves = new Array<number>(n).fill(0.5);
  expect(finish(model.evaluate(arrayDataset([[1]], [halves])))).toMatchObject({
    cost: 0.25,
    metrics: { 'mean-absolute-error': 0.5 },
  });
});
