import { expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { memoryNeedOf } from '../../../src/core/plan/memoryNeedOf';
import { createModel } from '../../../src/core/train/createModel';

const layers = [
  { id: 'input', type: 'input', shape: [32, 32, 3] },
  { id: 'conv', type: 'conv2d', filters: 16, kernelSize: 3, padding: 'same', activation: 'relu' },
  { id: 'norm', type: 'batch-norm' },
  { id: 'pool', type: 'max-pool2d', poolSize: 2 },
  { id: 'drop', type: 'dropout', rate: 0.5 },
  { id: 'flatten', type: 'flatten' },
  { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
];
const snapshotFor = (precision: string, batchSize: number, more: object = {}) =>
  analyze(
    JSON.stringify({
      layers,
      training: {
        loss: 'binary-cross-entropy',
        optimizer: 'adam',
        iterations: 10,
        batchSize,
        precision,
        ...more,
      },
    }),
  );

test.each(['float32', 'float64'] as const)(
  'what a batch would take in %s is what a plan of its size takes',
  precision => {
    const small = snapshotFor(precision, 8);
    const { plan, parameters } = createModel({
      snapshot: small,
      kernels: referenceKernels(precision),
      batchSize: 8,
    });
    const batchSize = 40_000;
    const { network, shapes } = snapshotFor(precision, batchSize);
    const { values, parameters: held, examples } = memoryNeedOf(network!, shapes!, batchSize)!;
    // batch norm sees the whole of it
    expect(examples).toBe(batchSize);
    const each = plan.bytes / 8;
    expect(Math.abs(values / batchSize / each - 1)).toBeLessThan(0.01);
    const numbers = parameters.reduce((sum, { value }) => sum + value.data.length, 0);
    const size = precision === 'float64' ? 8 : 4;
    // Adam has two averages beside the weights and gradients; batch norm two numbers a channel
    expect(held).toBe((4 * numbers + 2 * 16) * size);
  },
);

test('a network that is far from it isn’t planned at each keystroke', () => {
  const { network, shapes } = snapshotFor('float32', 8);
  expect(memoryNeedOf(network!, shapes!, 8)).toBeUndefined();
});

test('a network that can’t be planned has no need that is known', () => {
  const broken = analyze(
    JSON.stringify({
      layers: [...layers.slice(1), { id: 'second', type: 'input', shape: [9000, 9000, 900] }],
      training: { loss: 'binary-cross-entropy', optimizer: 'adam', iterations: 10, batchSize: 8 },
    }),
  );
  expect(memoryNeedOf(broken.network!, broken.shapes!, 8)).toBeUndefined();
  expect(broken.problems.some(({ severity }) => severity === 'error')).toBe(true);
});
