import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Training } from '../../../src/core/train/training';
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

test('one hidden layer on the planar data', { timeout: 120_000 }, async () => {
  const initializer = { type: 'normal', scale: 0.01 };
  const { training, train } = await loadNetwork(
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
  );
  const costs = printedCosts(training, training.iterations, 1000);
  expect(costs.slice(0, 8)).toEqual([
    0.693048, 0.288083, 0.254385, 0.233864, 0.226792, 0.222644, 0.219731, 0.217504,
  ]);
  // From about iteration 7500 on the learning rate is too high for the valley it is in: the cost swings, and a last bit
  // anywhere decides where to. NumPy itself prints 0.2194 to 0.2197 from one BLAS to the next.
  expect(costs.slice(8)).toEqual([0.219472, 0.218612]);
  expect(finish(training.evaluate(train)).accuracy).toBe(0.905);
});

/** The pictures of cats; a network without its data is the same code as above, so this is more of the same. */
describe.runIf(existsSync(`${shared}/cats/train_catvnoncat.h5`))('cats', () => {
  const data = {
    train: { x: 'train_catvnoncat.h5#train_set_x', y: 'train_catvnoncat.h5#train_set_y' },
    test: { x: 'test_catvnoncat.h5#test_set_x', y: 'test_catvnoncat.h5#test_set_y' },
    scale: 255,
  };
  const input = [
    { id: 'input', type: 'input' },
    { id: 'flatten', type: 'flatten' },
  ];
  const settings = { loss: 'binary-cross-entropy', seed: 1, precision: 'float64' };
  const dense = (id: string, units: number, activation: string, initializer = xavier) => ({
    id,
    type: 'dense',
    units,
    activation,
    initializer,
  });
  const cats = (layers: readonly object[], learningRate: number, iterations: number) =>
    loadNetwork(
      {
        data,
        layers: [...input, ...layers],
        training: { ...settings, optimizer: { type: 'sgd', learningRate }, iterations },
      },
      `${shared}/cats`,
    );

  test('logistic regression', { timeout: 300_000 }, async () => {
    const { training, train, test } = await cats(
      [dense('output', 1, 'sigmoid', { type: 'zeros' })],
      0.005,
      2000,
    );
    const ofTwoEqualChances = Number(Math.LN2.toFixed(6));
    expect(printedCosts(training, 2000, 100)).toEqual([
      ofTwoEqualChances,
      0.584508,
      0.466949,
      0.376007,
      0.331463,
      0.303273,
      0.27988,
      0.260042,
      0.242941,
      0.228004,
      0.21482,
      0.203078,
      0.192544,
      0.183033,
      0.174399,
      0.166521,
      0.159305,
      0.152667,
      0.146542,
      0.140872,
    ]);
    expect(finish(training.evaluate(train)).accuracy! * 100).toBeCloseTo(99.04306220095694, 10);
    expect(finish(training.evaluate(test!)).accuracy).toBe(0.7);
  });

  test('four layers, the first 100 iterations', { timeout: 300_000 }, async () => {
    const hidden = [20, 7, 5].map((units, i) => dense(`hidden-${i + 1}`, units, 'relu'));
    const { training } = await cats([...hidden, dense('output', 1, 'sigmoid')], 0.0075, 2500);
    expect(printedCosts(training, 101, 100)).toEqual([0.771749, 0.672053]);
  });

  test('two layers, the first 100 iterations', { timeout: 300_000 }, async () => {
    const { training } = await cats(
      [dense('hidden', 7, 'relu'), dense('output', 1, 'sigmoid')],
      0.0075,
      2500,
    );
    expect(printedCosts(training, 101, 100)).toEqual([0.695046, 0.58926]);
  });
});
