import { describe, expect, test } from 'vitest';
import { profileLines } from '../../../src/cli/profileLines';
import { profiledKernels } from '../../../src/core/kernels/profile';
import { createTraining } from '../../../src/core/train/createTraining';
import { measuredSteps } from '../../../src/runs/training/measuredSteps';
import { finish, stepCost } from '../train/finish';
import { randomDataset } from '../train/randomDataset';
import { snapshotOf } from '../train/snapshotOf';
import { wasmSet } from './wasmSet';

const train = randomDataset(20, [6, 6, 2], 'one-hot', 3);
const layers = [
  { id: 'input', type: 'input', shape: [6, 6, 2] },
  { id: 'conv', type: 'conv2d', filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' },
  { id: 'norm', type: 'batch-norm' },
  { id: 'pool', type: 'max-pool2d', poolSize: 2 },
  { id: 'drop', type: 'dropout', rate: 0.3 },
  { id: 'flatten', type: 'flatten' },
  { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
];
const snapshot = snapshotOf(layers, {
  loss: 'categorical-cross-entropy',
  optimizer: 'adam',
  batchSize: 10,
  precision: 'float32',
});

/** A clock that goes on by a millisecond whenever it is looked at. */
function clock() {
  let time = 0;
  return () => time++;
}

test('steps that only warm up are none that were measured', () => {
  const measured = profiledKernels(wasmSet('float32', 'relaxed'), clock());
  const run = measuredSteps(createTraining({ snapshot, kernels: measured.kernels, train }), measured);
  for (let i = 0; i < 3; i++) stepCost(run);
  expect(measured.profile()).toMatchObject({ steps: 0, parts: [] });
});

describe('a profile', () => {
  const measured = profiledKernels(wasmSet('float32', 'relaxed'), clock());
  const run = measuredSteps(createTraining({ snapshot, kernels: measured.kernels, train }), measured);
  const plain = createTraining({ snapshot, kernels: wasmSet('float32', 'relaxed'), train });

  test('changes no bit of what is computed', () => {
    for (let i = 0; i < 8; i++) {
      expect(stepCost(run)).toBe(stepCost(plain));
      expect(finish(run.evaluate(train))).toEqual(finish(plain.evaluate(train)));
    }
    expect(run.iteration).toBe(8);
    expect(run.checkpoint()).toEqual(plain.checkpoint());
  });

  test('has each layer forward and backward, and the rest by its call, of steps alone', () => {
    const { steps, milliseconds, parts, peak } = measured.profile();
    // the first three warm up
    expect(steps).toBe(5);
    expect(peak).toBeGreaterThan(0);
    // more than a thread of any machine does: then the tile did nothing
    expect(peak).toBeLessThan(4e11);
    const named = parts.map(({ pass, layer, call }) => call ?? `${layer} ${pass}`);
    for (const id of ['conv', 'norm', 'pool', 'drop', 'output']) {
      expect(named).toContain(`${id} forward`);
      expect(named).toContain(`${id} backward`);
    }
    for (const call of ['update', 'advance', 'sumLoss']) expect(named).toContain(call);
    expect(milliseconds).toBeGreaterThan(parts.reduce((sum, part) => sum + part.milliseconds, 0));
    const part = (name: string) => parts[named.indexOf(name)]!;
    // a millisecond a call, and the evaluations between the steps aren't counted
    expect(part('advance').milliseconds).toBe(5);
    expect(part('update').milliseconds).toBe(5 * 6);
    expect(part('drop forward').milliseconds).toBe(5);
    // 10 examples, 36 places, 4 kernels of 3 × 3 × 2; the data have no gradient
    expect(part('conv forward').flops).toBe(5 * 10 * 36 * 4 * 2 * 18);
    expect(part('conv backward').flops).toBe(5 * 10 * 36 * 4 * 2 * 18);
    expect(part('output forward').flops).toBe(5 * 10 * 2 * 36 * 3);
    expect(part('output backward').flops).toBe(2 * 5 * 10 * 2 * 36 * 3);
    expect(part('pool forward').flops).toBe(0);
  });
});

const shown = {
  steps: 4,
  threads: 2,
  milliseconds: 30,
  peak: 50e9,
  parts: [
    { layer: 'conv', pass: 'forward', milliseconds: 8, flops: 400e6 },
    { layer: 'conv', pass: 'backward', milliseconds: 16, flops: 400e6 },
    { layer: 'pool', pass: 'forward', milliseconds: 1, flops: 0 },
    { call: 'update', milliseconds: 2, flops: 0 },
  ],
} as const;

test('a profile is printed as a table', () => {
  expect(profileLines(shown, false)).toEqual([
    'Of 4 steps, 7.500 ms each; the tile alone does 100.0 GFLOP/s on 2 threads:',
    'layer  forward ms  GFLOP/s  of peak  backward ms  GFLOP/s  of peak',
    'conv        2.000     50.0   50.0 %        4.000     25.0   25.0 %',
    'pool        0.250',
    'outside layers     ms',
    'update          0.500',
    'the rest        0.750',
  ]);
  expect(profileLines({ ...shown, peak: undefined }, false)[1 + 1]).toBe(
    'conv        2.000     50.0                 4.000     25.0',
  );
  expect(profileLines({ ...shown, steps: 0 }, false)).toEqual([
    'Nothing was measured: the first 3 steps only warm up, so that a profile takes more than that.',
  ]);
});

test('or as a line of JSON', () => {
  const [line, ...others] = profileLines(shown, true);
  expect(others).toEqual([]);
  expect(JSON.parse(line!).profile).toEqual({
    steps: 4,
    threads: 2,
    milliseconds: 7.5,
    peak: 100,
    parts: [
      { layer: 'conv', pass: 'forward', milliseconds: 2, gigaflops: 50 },
      { layer: 'conv', pass: 'backward', milliseconds: 4, gigaflops: 25 },
      { layer: 'pool', pass: 'forward', milliseconds: 0.25 },
      { call: 'update', milliseconds: 0.5 },
    ],
  });
});
