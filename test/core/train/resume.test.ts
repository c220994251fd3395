import { describe, expect, test } from 'vitest';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { optimizers } from '../../../src/core/optimizers';
import { createTraining } from '../../../src/core/train/createTraining';
import type { Checkpoint } from '../../../src/core/train/training';
import { decodeCheckpoint, encodeCheckpoint } from '../../../src/formats/checkpointFile';
import { finish, stepCost } from './finish';
import { randomDataset } from './randomDataset';
import { snapshotOf } from './snapshotOf';

const train = randomDataset(23, [3], 'one-hot', 3);

const training = (
  optimizer: string,
  precision: 'float32' | 'float64',
  batchSize: number | 'all',
  resume?: Checkpoint,
) =>
  createTraining({
    kernels: referenceKernels(precision),
    train,
    resume,
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [3] },
        { id: 'hidden', type: 'dense', units: 4, activation: 'relu' },
        { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
      ],
      { loss: 'categorical-cross-entropy', optimizer, batchSize, precision },
    ),
  });

describe.each(optimizers.map(({ type }) => type))('%s', optimizer => {
  test.each(['float32', 'float64'] as const)(
    '20 steps in %s are 10 steps, a file, and 10 steps, bit for bit',
    precision => {
      for (const batchSize of ['all', 5] as const) {
        const whole = training(optimizer, precision, batchSize);
        const costs = Array.from({ length: 20 }, () => stepCost(whole));
        const first = training(optimizer, precision, batchSize);
        const early = Array.from({ length: 10 }, () => stepCost(first));
        const file = encodeCheckpoint(first.checkpoint());
        const second = training(optimizer, precision, batchSize, decodeCheckpoint(file));
        expect(second.iteration).toBe(10);
        expect([...early, ...Array.from({ length: 10 }, () => stepCost(second))]).toEqual(costs);
        expect(second.checkpoint()).toEqual(whole.checkpoint());
      }
    },
  );
});

test('a checkpoint is a copy: later steps leave it as it is', () => {
  const run = training('adam', 'float64', 'all');
  const checkpoint = run.checkpoint();
  const before = checkpoint.parameters.map(({ data }) => [...data]);
  stepCost(run);
  expect(checkpoint.parameters.map(({ data }) => [...data])).toEqual(before);
  expect(run.checkpoint().parameters.map(({ data }) => [...data])).not.toEqual(before);
});

test('weights of another network are refused with the shapes in words', () => {
  const { parameters, ...rest } = training('sgd', 'float64', 'all').checkpoint();
  const changed = parameters.map(parameter =>
    parameter.name === 'hidden.W' ? { ...parameter, shape: [5, 3] } : parameter,
  );
  expect(() => training('sgd', 'float64', 'all', { ...rest, parameters: changed })).toThrow(
    'W1 (hidden.W) is (5, 3), but this network needs (4, 3)',
  );
  expect(() => training('sgd', 'float64', 'all', { ...rest, parameters: parameters.slice(1) })).toThrow(
    'hold no W1 (hidden.W), which the network needs as (4, 3).',
  );
  const more = [...parameters, { ...parameters[0]!, name: 'deeper.W' }];
  expect(() => training('sgd', 'float64', 'all', { ...rest, parameters: more })).toThrow(
    'has no deeper.W (4, 3)',
  );
});

test('a step left half way changes no parameter, and the next step is the same', () => {
  const wide = randomDataset(60, [700], 'one-hot', 3);
  const options = {
    kernels: referenceKernels('float64'),
    train: wide,
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [700] },
        { id: 'hidden', type: 'dense', units: 400, activation: 'relu' },
        { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
      ],
      { loss: 'categorical-cross-entropy', optimizer: 'sgd' },
    ),
  };
  const [left, straight] = [createTraining(options), createTraining(options)];
  const before = left.checkpoint();
  expect(left.step().next().done).toBe(false);
  finish(left.evaluate(wide));
  expect(left.checkpoint()).toEqual(before);
  expect(stepCost(left)).toBe(stepCost(straight));
  expect(left.checkpoint()).toEqual(straight.checkpoint());
});
