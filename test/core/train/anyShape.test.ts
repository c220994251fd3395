import { describe, expect, test } from 'vitest';
import { referenceKernels } from '../../../src/core/kernels/reference';
import type { Checkpoint } from '../../../src/core/train/training';
import { decodeCheckpoint, encodeCheckpoint } from '../../../src/formats/checkpointFile';
import golden from '../../golden/windowWeights.json' with { type: 'json' };
import { wasmSet } from '../kernels/wasmSet';
import { window } from '../layers/window';
import { withLayers } from '../layers/withLayers';
import { arrayDataset } from './arrayDataset';
import { finish, stepCost } from './finish';

const core = withLayers([window], async () => ({
  ...(await import('./snapshotOf')),
  ...(await import('../../../src/core/train/createTraining')),
  ...(await import('../../../src/core/train/createModel')),
  ...(await import('../../../src/core/train/gradientCheck')),
  ...(await import('../../../src/core/plan/parameterShapes')),
}));

const rows = (values: readonly number[], n: number) =>
  Array.from({ length: values.length / n }, (_, i) => values.slice(i * n, (i + 1) * n));
const train = arrayDataset(rows(golden.x, 18), rows(golden.y, 2), [3, 3, 2]);

const snapshot = (precision: string, optimizer: unknown) =>
  core.modules.snapshotOf(
    [
      { id: 'input', type: 'input', shape: [3, 3, 2] },
      { id: 'conv', type: 'window', filters: 4 },
      { id: 'output', type: 'dense', units: 2, activation: 'linear' },
    ],
    { loss: 'mean-squared-error', optimizer, seed: 5, precision },
  );
const sgd = { type: 'sgd', learningRate: 0.1 };

const sets = {
  reference: referenceKernels,
  WebAssembly: (precision: 'float32' | 'float64') => wasmSet(precision, 'relaxed'),
};

const shapes = { 'conv.W': [3, 3, 2, 4], 'conv.b': [4], 'output.W': [2, 4], 'output.b': [2, 1] };

// python3 test/golden/windowWeights.py > test/golden/windowWeights.json
describe.each(Object.entries(sets))('parameters of four, one and two sizes on %s kernels', (_, kernels) => {
  const training = (precision: 'float32' | 'float64', optimizer: unknown, resume?: Checkpoint) =>
    core.modules.createTraining({
      snapshot: snapshot(precision, optimizer),
      kernels: kernels(precision),
      train,
      resume,
    });

  test('are drawn, seen and saved as NumPy has them', () => {
    for (const [precision, Floats] of [
      ['float64', Float64Array],
      ['float32', Float32Array],
    ] as const) {
      const run = training(precision, sgd);
      const expected = golden.drawn.map(values => Floats.from(values));
      expect(run.parameters.map(({ data }) => data)).toEqual(expected);
      const saved = run.checkpoint().parameters.filter(({ name }) => name in shapes);
      expect(Object.fromEntries(saved.map(({ name, shape }) => [name, shape]))).toEqual(shapes);
      expect(saved.map(({ data }) => data)).toEqual(expected);
    }
  });

  test('compute and learn what NumPy does', () => {
    const run = training('float64', sgd);
    for (const [i, y] of finish(run.predict(train)).entries()) expect(y).toBeCloseTo(golden.outputs[i]!, 12);
    for (const cost of golden.costs) expect(stepCost(run)).toBeCloseTo(cost, 12);
    for (const [p, { data }] of run.parameters.entries())
      for (const [i, value] of data.entries()) expect(value).toBeCloseTo(golden.trained[p]![i]!, 12);
  });

  test.each(['float32', 'float64'] as const)(
    'go on in %s after a file, with averages and state, bit for bit',
    precision => {
      const whole = training(precision, 'adam');
      const costs = Array.from({ length: 12 }, () => stepCost(whole));
      const first = training(precision, 'adam');
      for (let i = 0; i < 7; i++) stepCost(first);
      const checkpoint = first.checkpoint();
      const file = encodeCheckpoint(checkpoint);
      expect(decodeCheckpoint(file)).toEqual(checkpoint);
      const state = checkpoint.parameters.find(({ name }) => name === 'conv.last')!;
      expect(state.shape).toEqual([4]);
      expect([...state.data]).not.toEqual([1, 1, 1, 1]);

      const second = training(precision, 'adam', decodeCheckpoint(file));
      expect(second.checkpoint()).toEqual(checkpoint);
      expect(Array.from({ length: 5 }, () => stepCost(second))).toEqual(costs.slice(7));
      expect(second.checkpoint()).toEqual(whole.checkpoint());

      const model = core.modules.createModel({
        snapshot: snapshot(precision, 'adam'),
        kernels: kernels(precision),
        batchSize: 5,
        checkpoint: decodeCheckpoint(file),
      });
      expect(finish(model.predict(train))).toEqual(finish(first.predict(train)));
    },
  );
});

test('what the layer doesn’t hold is missed by its name and shape', () => {
  const { createTraining } = core.modules;
  const options = { snapshot: snapshot('float64', 'adam'), kernels: referenceKernels('float64'), train };
  const checkpoint = createTraining(options).checkpoint();
  const without = (lost: string) => ({
    ...checkpoint,
    parameters: checkpoint.parameters.filter(({ name }) => name !== lost),
  });
  expect(() => createTraining({ ...options, resume: without('conv.W') })).toThrow(
    'The weights hold no W1 (conv.W), which the network needs as (3, 3, 2, 4).',
  );
  expect(() => createTraining({ ...options, resume: without('conv.last') })).toThrow(
    'The weights hold no conv.last, which the network needs as (4,).',
  );
});

test('weights decay, biases don’t', () => {
  const { network, shapes } = snapshot('float64', sgd);
  const decaying = core.modules.parameterShapes(network!, shapes!).map(({ name, decays }) => [name, decays]);
  expect(decaying).toEqual([
    ['W1', true],
    ['b1', false],
    ['W2', true],
    ['b2', false],
  ]);
});

test('the gradient of a parameter that lies in another order is that of finite differences', () => {
  const model = core.modules.createModel({
    snapshot: snapshot('float64', sgd),
    kernels: referenceKernels('float64'),
    batchSize: 5,
    checkpoint: core.modules
      .createTraining({ snapshot: snapshot('float64', sgd), kernels: referenceKernels('float64'), train })
      .checkpoint(),
  });
  expect(core.modules.gradientCheck(model, train).relativeError).toBeLessThan(1e-7);
});
