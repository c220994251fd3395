import { describe, expect, test } from 'vitest';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { lossOf } from '../../../src/core/losses';
import { compilePlan } from '../../../src/core/plan/compilePlan';
import { placeParameters } from '../../../src/core/plan/parameters';
import { pieceSize } from '../../../src/core/plan/pieceSize';
import { shardSize } from '../../../src/core/plan/shardSize';
import { placeStates } from '../../../src/core/plan/states';
import { type LayerText, snapshotOf } from '../train/snapshotOf';

const input = { id: 'input', type: 'input', shape: [2, 2] };
const flatten = { id: 'flatten', type: 'flatten' };
const hidden = { id: 'hidden', type: 'dense', units: 3, activation: 'tanh' };
const output = { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' };

function planOf(layers: readonly LayerText[], loss = 'binary-cross-entropy') {
  const { network, shapes } = snapshotOf(layers, { loss, optimizer: 'sgd' });
  const kernels = referenceKernels('float64');
  const parameters = placeParameters(network!, shapes!, kernels);
  const states = placeStates(network!, shapes!, kernels);
  return compilePlan({
    network: network!,
    shapes: shapes!,
    loss: lossOf(loss),
    kernels,
    parameters,
    states,
    m: 8,
  });
}

test('a plan reads like the notes', () => {
  const plan = planOf([input, flatten, hidden, output]);
  expect(plan.learn.map(op => op.reads)).toEqual([
    'Z = W·A_prev + b',
    'A = g(Z)',
    'Z = W·A_prev + b',
    'A = g(Z)',
  ]);
  // nothing in it is done otherwise in use
  expect(plan.use).toBe(plan.learn);
  expect(plan.backward.map(op => op.reads)).toEqual([
    'dA = 0',
    'dZ = A − Y',
    'dW = dZ·A_prevᵀ, db = Σ dZ',
    'dA_prev = Wᵀ·dZ',
    'dZ = dA ∘ g′(Z)',
    'dW = dZ·A_prevᵀ, db = Σ dZ',
  ]);
  expect(plan.parameters.map(({ name, value: { rows, columns } }) => [name, rows, columns])).toEqual([
    ['W1', 3, 4],
    ['b1', 3, 1],
    ['W2', 1, 3],
    ['b2', 1, 1],
  ]);
});

test('a loss that doesn’t pair starts from dA', () => {
  const plan = planOf([input, flatten, hidden, output], 'mean-squared-error');
  expect(plan.pairedZ).toBeUndefined();
  expect(plan.backward.map(op => op.reads)).not.toContain('dZ = A − Y');
});

test('layers that the output doesn’t need are left out, with their parameters', () => {
  const plan = planOf([
    input,
    flatten,
    { ...hidden, id: 'unused' },
    { ...hidden, inputs: ['flatten'] },
    output,
  ]);
  expect(plan.layers.map(({ id }) => id)).toEqual(['flatten', 'hidden', 'output']);
  expect(plan.parameters.map(({ layer }) => layer)).toEqual(['hidden', 'hidden', 'output', 'output']);
});

test('resize changes m of every buffer and allocates none', () => {
  const plan = planOf([input, flatten, hidden, output]);
  const arrays = [plan.X.data, plan.Y.data, plan.output.A.data];
  plan.resize(3);
  expect([plan.X.m, plan.Y.m, plan.output.A.m]).toEqual([3, 3, 3]);
  const elsewhere = new Float64Array(12);
  plan.resize(3, elsewhere);
  expect(plan.X.data).toBe(elsewhere);
  plan.resize(8);
  expect([plan.X.data, plan.Y.data, plan.output.A.data]).toEqual(arrays);
  expect(plan.X.data).toBe(arrays[0]);
});

describe('shards', () => {
  test('a batch that is little work is one piece', () => {
    expect(shardSize(400, 50, 100, 30e6)).toBe(400);
  });
  test('much work or much memory makes more pieces, of like size', () => {
    expect(shardSize(209, 500_000, 0, 30e6)).toBe(19);
    expect(shardSize(1000, 1, 1e6, 30e6)).toBeLessThanOrEqual(32);
  });
  test('a whole batch is in memory where a layer learns from it, and not where the network is only used', () => {
    const { network, shapes } = snapshotOf(
      [
        { id: 'input', type: 'input', shape: [64, 64, 3] },
        { id: 'conv', type: 'conv2d', filters: 32, kernelSize: 3 },
        { id: 'norm', type: 'batch-norm' },
        { id: 'pool', type: 'global-average-pool' },
        output,
      ],
      { loss: 'binary-cross-entropy', optimizer: 'sgd' },
    );
    const pieceOf = (learns: boolean) => pieceSize(network!, shapes!, 1024, 3e9, learns);
    expect(pieceOf(true)).toBe(1024);
    expect(pieceOf(false)).toBeLessThan(200);
  });
  test('an example is never divided', () => {
    expect(shardSize(10, 1e12, 1e12, 30e6)).toBe(1);
  });
});
