import { expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { createTraining } from '../../../src/core/train/createTraining';
import type { Dataset } from '../../../src/core/train/dataset';
import type { Checkpoint } from '../../../src/core/train/training';
import { threadedSet, wasmSet } from '../kernels/wasmSet';
import { arrayDataset } from './arrayDataset';
import { stepCost } from './finish';
import { snapshotOf } from './snapshotOf';

// Pictures as files hold them, which kernels look at themselves: what a step sees is what the data set would have given it.

const m = 22;
const [height, width, channels] = [7, 6, 1];
const n = height * width * channels;
const bytes = Uint8Array.from({ length: m * n }, (_, i) => (i * 89) % 251);
/** The examples are the rows of the file in another order. */
const rows = Uint32Array.from({ length: m }, (_, i) => (i * 5) % m);
const scale = 255;

function pictures(mean?: Float64Array, deviation?: Float64Array): Dataset {
  const scaled = (row: number) => [...bytes.subarray(row * n, (row + 1) * n)];
  const inputs = [...rows].map(scaled);
  const labels = inputs.map((_, i) => [Number(i % 3 === 0), Number(i % 3 === 1), Number(i % 3 === 2)]);
  const given = arrayDataset(inputs, labels, [height, width, channels]);
  return {
    ...given,
    brightness: { white: 255, bounded: true },
    gatherInputs(indices, from, count, X, change) {
      given.gatherInputs(indices, from, count, X, change);
      for (let i = 0; i < count * n; i++) {
        const x = X[i]! / scale;
        X[i] = mean ? (x - mean[i % n]!) / deviation![i % n]! : x;
      }
    },
    stored: { data: bytes, rows, scale, mean, deviation },
  };
}

const moving = ['flip', { type: 'rotate', degrees: 30 }, 'shift', 'zoom', { type: 'shear' }];
const lists: Readonly<Record<string, readonly unknown[]>> = {
  movements: moving,
  'movements, with zeros beyond the edges': [{ type: 'rotate', degrees: 90, border: 'zeros' }],
  'a crop': [{ type: 'crop', height: 4, width: 3 }],
  'movements, then changes of values': [...moving, 'brightness', 'contrast', 'cut-out'],
  noise: [{ type: 'noise', deviation: 0.1, probability: 0.7 }],
};

const layers = [
  { id: 'input', type: 'input', shape: [height, width, channels] },
  { id: 'conv', type: 'conv2d', filters: 4, kernelSize: 3, activation: 'tanh' },
  { id: 'flatten', type: 'flatten' },
  { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
];

function training(
  kernels: Kernels,
  augment: readonly unknown[],
  {
    train = pictures(),
    batchSize = 8,
    resume,
  }: { train?: Dataset; batchSize?: number | 'all'; resume?: Checkpoint } = {},
) {
  const settings = { loss: 'categorical-cross-entropy', optimizer: 'adam', batchSize, augment };
  const snapshot = snapshotOf(layers, { ...settings, precision: kernels.precision });
  return createTraining({ snapshot, kernels, train, resume });
}

const costsOf = (run: ReturnType<typeof training>, count: number) =>
  Array.from({ length: count }, () => stepCost(run));

test.each(Object.entries(lists))('%s: a step sees what the data set would have given it', (_, augment) => {
  const mean = Float64Array.from({ length: n }, (_, j) => 0.4 + j / 500);
  const deviation = Float64Array.from({ length: n }, (_, j) => 0.3 + j / 300);
  for (const dataset of [pictures(), pictures(mean, deviation)]) {
    const given = { ...dataset, stored: undefined };
    for (const [kernels, digits] of [
      [referenceKernels('float64'), 12],
      [wasmSet('float64', 'relaxed'), 9],
      [wasmSet('float32', 'relaxed'), 4],
    ] as const) {
      const known = costsOf(training(referenceKernels(kernels.precision), augment, { train: given }), 6);
      for (const [i, cost] of costsOf(training(kernels, augment, { train: dataset }), 6).entries())
        expect(cost).toBeCloseTo(known[i]!, digits);
    }
  }
});

test.each(Object.entries(lists))(
  '%s: bit for bit on any number of threads and after a pause',
  (_, augment) => {
    const whole = training(wasmSet('float32', 'relaxed'), augment);
    const costs = costsOf(whole, 7);
    const three = training(threadedSet('float32', 3), augment);
    expect(costsOf(three, 7)).toEqual(costs);
    expect(three.checkpoint()).toEqual(whole.checkpoint());
    const first = training(wasmSet('float32', 'relaxed'), augment);
    costsOf(first, 4);
    const second = training(wasmSet('float32', 'relaxed'), augment, { resume: first.checkpoint() });
    expect(costsOf(second, 3)).toEqual(costs.slice(4));
  },
);

test.each(Object.entries(lists))('%s: a batch in pieces sees the examples of the whole one', (_, augment) => {
  const whole = costsOf(training(wasmSet('float64', 'relaxed'), augment, { batchSize: 'all' }), 3);
  const pieces = { ...wasmSet('float64', 'relaxed'), flopsPerPiece: 20_000 };
  for (const [i, cost] of costsOf(training(pieces, augment, { batchSize: 'all' }), 3).entries())
    expect(cost).toBeCloseTo(whole[i]!, 11);
});

test('a mixture is left to the data set, since it needs the example after it', () => {
  let asked = 0;
  const train = pictures();
  const spy: Dataset = {
    ...train,
    gatherInputs(...given) {
      asked++;
      train.gatherInputs(...given);
    },
  };
  costsOf(training(wasmSet('float32', 'relaxed'), ['mixup'], { train: spy }), 1);
  expect(asked).toBeGreaterThan(0);
  asked = 0;
  costsOf(training(wasmSet('float32', 'relaxed'), ['flip', 'noise'], { train: spy }), 1);
  expect(asked).toBe(0);
});
