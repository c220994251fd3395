import { expect, test } from 'vitest';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { createTraining } from '../../../src/core/train/training';
import { finish, stepCost } from './finish';
import { planarData } from './planar';
import { snapshotOf } from './snapshotOf';

test('one hidden layer on the planar data prints the course’s costs', () => {
  const train = planarData();
  const training = createTraining({
    kernels: referenceKernels('float64'),
    train,
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [2] },
        { id: 'hidden', type: 'dense', units: 4, activation: 'tanh', initializer: { type: 'normal', scale: 0.01 } },
        { id: 'output', type: 'dense', units: 1, activation: 'sigmoid', initializer: { type: 'normal', scale: 0.01 } },
      ],
      {
        loss: 'binary-cross-entropy',
        optimizer: { type: 'sgd', learningRate: 1.2 },
        iterations: 10000,
        seed: 2,
        precision: 'float64',
      },
    ),
  });
  const costs: string[] = [];
  for (let i = 0; i < training.iterations; i++) {
    const cost = stepCost(training);
    if (i % 1000 === 0) costs.push(cost.toFixed(6));
  }
  expect(costs).toEqual([
    '0.693048',
    '0.288083',
    '0.254385',
    '0.233864',
    '0.226792',
    '0.222644',
    '0.219731',
    '0.217504',
    '0.219472',
    '0.218612',
  ]);
  expect(finish(training.evaluate(train)).accuracy).toBe(0.905);
});
