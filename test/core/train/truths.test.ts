import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import type { Training } from '../../../src/core/train/training';
import { nodeKernels } from '../../../src/platform/kernels/nodeKernels';
import { finish, stepCost } from './finish';
import { loadNetwork } from './loadNetwork';

// Costs printed by a public course's NumPy notebooks, to their six digits.

const shared = resolve(import.meta.dirname, '../../../../shared/data');
const xavier = { type: 'xavier' };

/** Takes `steps` steps; the cost at every `every`th, as printed. */
function printedCosts(training: Training, steps: number, every: number): number[] {
  const costs: number[] = [];
  for (let i = 0; i < steps; i++) {
    const cost = stepCost(training);
    if (i % every === 0) costs.push(Number(cost.toFixed(6)));
  }
  return costs;
}

const planar = (kernels?: Kernels) => {
  const initializer = { type: 'normal', scale: 0.01 };
  return loadNetwork(
    {
      data: { generator: 'flower', examples: 400, seed: 1, split: { test: 0 } },
      layers: [
        { id: 'input', type: 'input' },
        { id: 'hidden', type: 'dense', units: 4, activation: 'tanh', initializer },
        { id: 'output', type: 'dense', units: 1, activation: 'sigmoid', initializer },
      ],
      training: {
        loss: 'binary-cross-entropy',
        optimizer: { type: 'sgd', learningRate: 1.2 },
        iterations: 10_000,
        seed: 2,
        precision: 'float64',
      },
    },
    '.',
    { kernels },
  );
};
const planarCosts = [0.693048, 0.288083, 0.254385, 0.233864, 0.226792, 0.222644, 0.219731, 0.217504];

// From about iteration 7500 on the learning rate is too high for the valley it is in: the cost swings, and a last bit
// anywhere decides where to. NumPy itself prints 0.2194 to 0.2197 from one BLAS to the next.
test('one hidden layer on the planar data', async () => {
  const { training, train } = await planar();
  expect(printedCosts(training, training.iterations, 1000)).toEqual([...planarCosts, 0.219472, 0.218612]);
  expect(finish(training.evaluate(train)).metrics.accuracy).toBe(0.905);
});

test('and to the last bit on the WebAssembly kernels that add in the order of the notes', async () => {
  const exact = await nodeKernels({ kind: 'exact', threads: 1 });
  expect(exact.kernels.name).toMatch(/^WebAssembly/);
  const [ours, theirs] = [await planar(exact.kernels), await planar()];
  expect(printedCosts(ours.training, ours.training.iterations, 1000)).toEqual([
    ...planarCosts,
    0.219472,
    0.218612,
  ]);
  printedCosts(theirs.training, theirs.training.iterations, 1000);
  const found = ours.training.parameters.map(({ data }) => [...data]);
  expect(found).toEqual(theirs.training.parameters.map(({ data }) => [...data]));
});

test('and on the WebAssembly kernels, up to where the last bit decides', async () => {
  const { training } = await planar((await nodeKernels({ kind: 'float64', threads: 1 })).kernels);
  const costs = printedCosts(training, training.iterations, 1000);
  expect(costs.slice(0, 8)).toEqual(planarCosts);
  expect(costs[8]).toBeCloseTo(0.2195, 3);
  expect(costs[9]).toBeCloseTo(0.2186, 3);
});

/** The pictures of cats; a network without its data is the same code as above, so this is more of the same. */
describe.runIf(existsSync(`${shared}/cats/train_catvnoncat.h5`))('cats', () => {
  const data = {
    train: { x: 'train_catvnoncat.h5#train_set_x', y: 'train_catvnoncat.h5#train_set_y' },
    test: { x: 'test_catvnoncat.h5#test_set_x', y: 'test_catvnoncat.h5#test_set_y' },
    scale: 255,
  };
  const dense = (id: string, units: number, activation: string, initializer = xavier) => ({
    id,
    type: 'dense',
    units,
    activation,
    initializer,
  });
  const cats = (
    layers: readonly object[],
    learningRate: number,
    how: Parameters<typeof loadNetwork>[2] = {},
  ) =>
    loadNetwork(
      {
        data,
        layers: [{ id: 'input', type: 'input' }, { id: 'flatten', type: 'flatten' }, ...layers],
        training: {
          loss: 'binary-cross-entropy',
          seed: 1,
          precision: 'float64',
          optimizer: { type: 'sgd', learningRate },
          iterations: 2500,
        },
      },
      `${shared}/cats`,
      how,
    );
  const logistic = [dense('output', 1, 'sigmoid', { type: 'zeros' })];
  const twoLayers = [dense('hidden', 7, 'relu'), dense('output', 1, 'sigmoid')];
  const fourLayers = [
    ...[20, 7, 5].map((units, i) => dense(`hidden-${i + 1}`, units, 'relu')),
    dense('output', 1, 'sigmoid'),
  ];
  const logisticCosts = [
    Number(Math.LN2.toFixed(6)),
    ...[0.584508, 0.466949, 0.376007, 0.331463, 0.303273, 0.27988, 0.260042, 0.242941, 0.228004, 0.21482],
    ...[0.203078, 0.192544, 0.183033, 0.174399, 0.166521, 0.159305, 0.152667, 0.146542, 0.140872],
  ];

  test('logistic regression', async () => {
    const { training, train, test } = await cats(logistic, 0.005);
    expect(training.passes).toContain('gram');
    expect(printedCosts(training, 2000, 100)).toEqual(logisticCosts);
    expect(finish(training.evaluate(train)).metrics.accuracy! * 100).toBeCloseTo(99.04306220095694, 10);
    expect(finish(training.evaluate(test!)).metrics.accuracy).toBe(0.7);
  });

  test('two layers', async () => {
    const { training, train, test } = await cats(twoLayers, 0.0075);
    const costs = printedCosts(training, 2500, 100);
    expect(costs.slice(0, 3)).toEqual([0.695046, 0.58926, 0.523261]);
    expect(costs.at(-1)).toBe(0.026615);
    expect(finish(training.evaluate(train)).metrics.accuracy).toBe(1);
    expect(finish(training.evaluate(test!)).metrics.accuracy).toBe(0.74);
  });

  test('four layers', async () => {
    const { training, train, test } = await cats(fourLayers, 0.0075);
    const costs = printedCosts(training, 2500, 100);
    expect(costs.slice(0, 10)).toEqual([
      0.771749, 0.672053, 0.648263, 0.611507, 0.567047, 0.540138, 0.52793, 0.465477, 0.369126, 0.391747,
    ]);
    expect(costs.at(-1)).toBe(0.092878);
    expect(finish(training.evaluate(train)).metrics.accuracy).toBeCloseTo(0.985646, 6);
    expect(finish(training.evaluate(test!)).metrics.accuracy).toBe(0.8);
  });

  test('the first 200 iterations of the reference kernels', async () => {
    const kernels = referenceKernels('float64');
    const one = await cats(logistic, 0.005, { kernels });
    expect(printedCosts(one.training, 201, 100)).toEqual(logisticCosts.slice(0, 3));
    const two = await cats(twoLayers, 0.0075, { kernels, without: ['gram'] });
    expect(printedCosts(two.training, 101, 100)).toEqual([0.695046, 0.58926]);
  });

  test.each([
    ['one layer', logistic],
    ['two layers', twoLayers],
    ['four layers', fourLayers],
  ])('the Gram pass changes the costs of %s by less than a millionth', async (_, layers) => {
    const [withGram, plain] = await Promise.all([
      cats(layers, 0.0075),
      cats(layers, 0.0075, { without: ['gram'] }),
    ]);
    expect([withGram.training.passes, plain.training.passes].map(passes => passes.includes('gram'))).toEqual([
      true,
      false,
    ]);
    for (let i = 0; i < 150; i++) {
      const [cost, expected] = [stepCost(withGram.training), stepCost(plain.training)];
      expect(Math.abs(cost - expected)).toBeLessThan(1e-6 * expected);
    }
  });
});
