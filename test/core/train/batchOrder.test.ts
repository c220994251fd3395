import { expect, test } from 'vitest';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { batchOrder } from '../../../src/core/train/batchOrder';
import { createTraining } from '../../../src/core/train/createTraining';
import { arrayDataset } from './arrayDataset';
import { finish, stepCost } from './finish';
import { snapshotOf } from './snapshotOf';

test('one batch of all keeps the file’s order, smaller ones a permutation of their epoch', () => {
  const orderOf = (...args: Parameters<typeof batchOrder>) => finish(batchOrder(...args));
  expect(orderOf(10, 10, 1, 0)).toBeUndefined();
  // np.random.RandomState([1, 2]).permutation(10)
  expect([...orderOf(10, 4, 1, 2)!]).toEqual([6, 5, 4, 2, 1, 9, 0, 3, 8, 7]);
  expect(orderOf(10, 4, 1, 3)).not.toEqual(orderOf(10, 4, 1, 2));
});

test('an epoch takes every example once, the last batch with what is left', () => {
  const taken: number[] = [];
  const rows = Array.from({ length: 11 }, (_, i) => [i]);
  const data = arrayDataset(rows, rows);
  const training = createTraining({
    kernels: referenceKernels('float32'),
    train: {
      ...data,
      gatherInputs: (indices, from, count, X) => {
        taken.push(...indices.subarray(from, from + count));
        data.gatherInputs(indices, from, count, X);
      },
    },
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [1] },
        { id: 'output', type: 'dense', units: 1 },
      ],
      {
        loss: 'mean-squared-error',
        optimizer: { type: 'sgd', learningRate: 0.001 },
        iterations: undefined,
        epochs: 2,
        batchSize: 4,
      },
    ),
  });
  expect([training.stepsPerEpoch, training.iterations]).toEqual([3, 6]);
  for (let i = 0; i < 6; i++) stepCost(training);
  const numbers = rows.map(([i]) => i);
  expect(taken.slice(0, 11).toSorted((a, b) => a - b)).toEqual(numbers);
  expect(taken.slice(11).toSorted((a, b) => a - b)).toEqual(numbers);
  expect(taken.slice(0, 11)).not.toEqual(taken.slice(11));
});

test('the same seed starts with the same weights, another with others', () => {
  const start = (seed?: number) => {
    const training = createTraining({
      kernels: referenceKernels('float64'),
      train: arrayDataset([[1], [2]], [[1], [2]]),
      seed,
      snapshot: snapshotOf(
        [
          { id: 'input', type: 'input', shape: [1] },
          { id: 'output', type: 'dense', units: 1 },
        ],
        { loss: 'mean-squared-error', optimizer: 'sgd', seed: 5 },
      ),
    });
    return training.parameters[0]!.data[0];
  };
  expect(start()).toBe(start(5));
  expect(start(6)).not.toBe(start(5));
});
