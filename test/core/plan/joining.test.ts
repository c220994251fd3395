import { describe, expect, test } from 'vitest';
import { activations } from '../../../src/core/activations';
import type { Batch, Op } from '../../../src/core/kernels/kernels';
import { owner } from '../../../src/core/kernels/operands';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { lossOf } from '../../../src/core/losses';
import { compilePlan } from '../../../src/core/plan/compilePlan';
import { joinings } from '../../../src/core/plan/joining';
import { placeParameters } from '../../../src/core/plan/parameters';
import { placeStates } from '../../../src/core/plan/states';
import { createTraining } from '../../../src/core/train/createTraining';
import { misfit } from '../kernels/misfit';
import { wasmSet } from '../kernels/wasmSet';
import { finish, stepCost } from '../train/finish';
import { randomDataset } from '../train/randomDataset';
import { type LayerText, snapshotOf } from '../train/snapshotOf';

const input = { id: 'input', type: 'input', shape: [6, 6, 2] };
const conv = (id: string, more: object = {}) => ({
  id,
  type: 'conv2d',
  filters: 4,
  kernelSize: 3,
  padding: 'same',
  activation: 'relu',
  ...more,
});
const ending = [
  { id: 'flatten', type: 'flatten' },
  { id: 'output', type: 'dense', units: 2, activation: 'linear' },
];
const networks: Readonly<Record<string, readonly LayerText[]>> = {
  'a convolution and its pool': [
    input,
    conv('conv'),
    { id: 'pool', type: 'max-pool2d', poolSize: 2 },
    ...ending,
  ],
  'a pool that overlaps': [
    input,
    conv('conv', { activation: 'relu6' }),
    { id: 'pool', type: 'max-pool2d', poolSize: 3, stride: 2 },
    conv('second', { activation: 'tanh' }),
    { id: 'last', type: 'max-pool2d', poolSize: 2 },
    ...ending,
  ],
  'a pool beside another reader': [
    input,
    conv('conv'),
    { id: 'pool', type: 'max-pool2d', poolSize: 3, stride: 1, padding: 'same', inputs: ['conv'] },
    { id: 'sum', type: 'add', inputs: ['pool', 'conv'] },
    ...ending,
  ],
  'a residual block': [
    input,
    conv('first', { activation: 'linear' }),
    { id: 'norm', type: 'batch-norm' },
    { id: 'act', type: 'activation', activation: 'relu' },
    conv('second', { activation: 'linear' }),
    { id: 'norm2', type: 'batch-norm' },
    { id: 'sum', type: 'add', inputs: ['norm2', 'act'] },
    { id: 'act2', type: 'activation', activation: 'relu' },
    { id: 'drop', type: 'dropout', rate: 0.2 },
    ...ending,
  ],
  'a frozen beginning': [
    input,
    conv('conv', { frozen: true }),
    { id: 'pool', type: 'max-pool2d', poolSize: 2 },
    { id: 'norm', type: 'batch-norm', frozen: true },
    { id: 'act', type: 'activation', activation: 'leaky-relu' },
    ...ending,
  ],
  'activations that need Z': [
    input,
    conv('conv', { activation: 'gelu' }),
    { id: 'act', type: 'activation', activation: 'silu' },
    { id: 'pool', type: 'max-pool2d', poolSize: 2 },
    conv('soft', { activation: 'softmax' }),
    ...ending,
  ],
  'an activation of its own at the end': [
    input,
    { id: 'flatten', type: 'flatten' },
    { id: 'dense', type: 'dense', units: 2, activation: 'linear' },
    { id: 'act', type: 'activation', activation: 'tanh' },
  ],
};
const settings = { loss: 'mean-squared-error', optimizer: 'adam', batchSize: 8, precision: 'float64' };
const train = randomDataset(24, [6, 6, 2], 'numbers', 2);
const names = joinings.map(({ name }) => name);

function planOf(layers: readonly LayerText[], without: readonly string[]) {
  const { network, shapes } = snapshotOf(layers, settings);
  const kernels = referenceKernels('float64');
  return compilePlan({
    network: network!,
    shapes: shapes!,
    loss: lossOf(settings.loss),
    kernels,
    parameters: placeParameters(network!, shapes!, kernels),
    states: placeStates(network!, shapes!, kernels),
    without: new Set(without),
    m: 8,
  });
}

const callsOf = (ops: readonly Op[], layer: string) =>
  ops.filter(({ of }) => of?.layer === layer).map(({ call }) => call);

test('an activation is made where its Z was, and after the pool', () => {
  const plan = planOf(networks['a convolution and its pool']!, []);
  expect(plan.passes).toEqual(['in-place', 'pool-first']);
  expect(callsOf(plan.learn, 'conv')).toEqual(['convolve']);
  expect(callsOf(plan.learn, 'pool')).toEqual(['maxPool', 'activate']);
  expect(callsOf(plan.backward, 'pool')).toEqual(['activateGradient', 'maxPoolGradient']);
  expect(callsOf(plan.backward, 'conv')).toEqual(['convolveGradient']);
  const activated = plan.learn.find(({ call }) => call === 'activate')!;
  expect(owner(activated.args[1])).toBe(owner(activated.args[2]));
});

test('what a linear activation or the first term of a sum would copy is written where it is wanted', () => {
  const plan = planOf(networks['a residual block']!, []);
  expect(callsOf(plan.learn, 'first')).toEqual(['convolve']);
  expect(callsOf(plan.learn, 'sum')).toEqual(['accumulate']);
  expect(callsOf(plan.backward, 'act2')).toEqual(['activateGradient']);
  expect(plan.bytes).toBeLessThan(0.8 * planOf(networks['a residual block']!, names).bytes);
});

test('a pool whose activation is read elsewhere, or that slopes below zero, stays where it is', () => {
  for (const name of ['a pool beside another reader', 'activations that need Z'])
    expect(planOf(networks[name]!, []).passes).not.toContain('pool-first');
});

describe.each(Object.entries(networks))('of %s', (_name, layers) => {
  test('operands fit together, and nothing is read that nobody wrote', () => {
    const plan = planOf(layers, []);
    const ops = [...plan.learn, ...plan.cost, ...plan.backward];
    expect(ops.flatMap(op => misfit(op) ?? [])).toEqual([]);
    for (const { output } of plan.layers) expect(output.A.data.length).toBeGreaterThan(0);
  });

  test.each([...names, 'all of them'])('%s changes no bit of the costs and weights', name => {
    const on = names.slice(0, name === 'in-place' ? 1 : 2);
    const others = name === 'pool-first' ? [] : names.filter(other => !on.includes(other));
    for (const kernels of [
      referenceKernels('float64'),
      wasmSet('float64', 'relaxed'),
      wasmSet('float32', 'relaxed'),
    ]) {
      const training = (without: readonly string[]) =>
        createTraining({
          kernels,
          train,
          without,
          snapshot: snapshotOf(layers, { ...settings, precision: kernels.precision }),
        });
      const [joined, plain] = [training(others), training(names)];
      for (let i = 0; i < 8; i++) expect(stepCost(joined)).toBe(stepCost(plain));
      expect(joined.checkpoint()).toEqual(plain.checkpoint());
      expect(finish(joined.evaluate(train))).toEqual(finish(plain.evaluate(train)));
    }
  });
});

describe.each([
  ['reference', referenceKernels('float64')],
  ['float32', wasmSet('float32', 'relaxed')],
  ['float64', wasmSet('float64', 'relaxed')],
] as const)('activations on %s kernels', (_name, kernels) => {
  const numbers = [
    0, -0, 1e-45, -1e-45, 1e-310, -1e-310, 1e-8, -1e-8, 0.3, -0.3, 2, -2, 6, 6.5, 40, -40, 1e30, -1e30,
  ];
  const odd = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
  const batchOf = (values: readonly number[]): Batch => {
    const data = kernels.allocate(values.length);
    data.set(values);
    return { n: values.length, m: 1, data };
  };

  test.each(activations.filter(g => g.inPlace))('$type is the same in place', g => {
    const given = [...numbers, ...odd, ...numbers.map(x => x * 1.37)];
    const [Z, A, over] = [batchOf(given), batchOf(given), batchOf(given)];
    const slopes = given.map((_, i) => i - 7.5);
    const [dA, dZ, back] = [batchOf(slopes), batchOf(slopes), batchOf(slopes)];
    kernels.activate(g, Z, A);
    kernels.activate(g, over, over);
    expect([...over.data]).toEqual([...A.data]);
    kernels.activateGradient(g, Z, A, dA, dZ);
    kernels.activateGradient(g, over, over, back, back);
    expect([...back.data]).toEqual([...dZ.data]);
  });

  test.each(activations.filter(g => g.poolsAlike))('the largest of $type is that of the largest', g => {
    const given = numbers.toSorted((a, b) => a - b);
    const [Z, A] = [batchOf(given), batchOf(given)];
    kernels.activate(g, Z, A);
    const values = [...A.data];
    expect(values.every((a, i) => i === 0 || a >= values[i - 1]!)).toBe(true);
    const dZ = batchOf(given);
    kernels.activateGradient(g, Z, A, batchOf(given.map(() => 1)), dZ);
    // of unlike z with the same value the slope is 0
    values.forEach((a, i) => {
      const alike = values.some((other, k) => other === a && Z.data[k] !== Z.data[i]);
      if (alike) expect(dZ.data[i]).toBe(0);
    });
  });
});
