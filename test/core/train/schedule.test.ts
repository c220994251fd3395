import { describe, expect, test } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { optimizers } from '../../../src/core/optimizers';
import { createTraining } from '../../../src/core/train/createTraining';
import type { Checkpoint, Training } from '../../../src/core/train/training';
import { decodeCheckpoint, encodeCheckpoint } from '../../../src/formats/checkpointFile';
import { wasmSet } from '../kernels/wasmSet';
import { finish, stepCost } from './finish';
import { randomDataset } from './randomDataset';
import { snapshotOf } from './snapshotOf';

const iterations = 150;
// wider than the batch, so that gram is in use with the whole batch
const train = randomDataset(11, [30], 'numbers', 2);

interface Options {
  readonly schedule?: unknown;
  readonly optimizer?: object;
  readonly batchSize?: number | 'all';
  readonly resume?: Checkpoint;
  readonly without?: readonly string[];
}

const training = (
  kernels: Kernels,
  { schedule, optimizer = { type: 'sgd', learningRate: 0.05 }, batchSize = 'all', ...options }: Options,
) =>
  createTraining({
    kernels,
    train,
    ...options,
    snapshot: snapshotOf(
      [
        { id: 'input', type: 'input', shape: [30] },
        { id: 'hidden', type: 'dense', units: 3, activation: 'tanh' },
        { id: 'output', type: 'dense', units: 2, activation: 'linear' },
      ],
      {
        loss: 'mean-squared-error',
        optimizer,
        batchSize,
        iterations,
        precision: kernels.precision,
        ...(schedule !== undefined && { schedule }),
      },
    ),
  });

const sets = [
  ['reference, float64', referenceKernels('float64')],
  ['reference, float32', referenceKernels('float32')],
  ['WebAssembly, float64', wasmSet('float64', 'relaxed')],
  ['WebAssembly, float32', wasmSet('float32', 'plain')],
] as const;

/** Takes steps as a run does, many in one go. */
function take(run: Training, until: number): void {
  while (run.iteration < until) {
    const result = finish(run.steps(until - run.iteration));
    if (result.kind === 'diverged') throw new Error(result.cause);
  }
}

describe.each(sets)('on %s kernels', (_name, kernels) => {
  test.each(optimizers.map(({ type }) => type))(
    '%s takes each step at the rate that its schedule says, to the last bit',
    type => {
      for (const batchSize of ['all', 4] as const) {
        const schedule = { type: 'exponential', factor: 0.9, warmUp: 3 };
        const optimizer = { type, learningRate: 0.05 };
        const scheduled = training(kernels, { schedule, optimizer, batchSize, without: ['gram'] });
        let resume = training(kernels, { optimizer, batchSize, without: ['gram'] }).checkpoint();
        for (let step = 0; step < 9; step++) {
          // a training of one step, whose rate stays as it is
          const learningRate = scheduled.learningRateAt(step)!;
          const single = { optimizer: { type, learningRate }, batchSize, resume, without: ['gram'] };
          const one = training(kernels, single);
          stepCost(one);
          resume = one.checkpoint();
        }
        take(scheduled, 9);
        expect(scheduled.checkpoint()).toEqual(resume);
      }
    },
  );

  test.each(optimizers.map(({ type }) => type))(
    '%s with a schedule that changes nothing has the bits of none',
    type => {
      const optimizer = { type, learningRate: 0.05 };
      for (const batchSize of ['all', 4] as const) {
        const [plain, scheduled] = [undefined, { type: 'linear', end: 1 }].map(schedule => {
          const run = training(kernels, { schedule, optimizer, batchSize });
          take(run, iterations);
          return run.checkpoint();
        });
        expect(scheduled).toEqual(plain);
      }
    },
  );

  test('many steps in one go are those that are taken one by one, on XᵀX too', () => {
    for (const optimizer of ['sgd', 'momentum', 'adam']) {
      const options = {
        schedule: { type: 'cosine', warmUp: 20 },
        optimizer: { type: optimizer, learningRate: 0.05 },
      };
      const together = training(kernels, options);
      const single = training(kernels, options);
      expect(together.passes.includes('gram')).toBe(optimizer !== 'adam');
      take(together, iterations);
      for (let i = 0; i < iterations; i++) stepCost(single);
      expect(together.checkpoint()).toEqual(single.checkpoint());
      const off = training(kernels, { ...options, without: ['gram'] });
      take(off, iterations);
      const digits = kernels.precision === 'float64' ? 9 : 3;
      for (const [i, { data }] of together.parameters.entries())
        data.forEach((value, k) => {
          expect(value).toBeCloseTo(off.parameters[i]!.data[k]!, digits);
        });
    }
  });

  test('a training goes on from a file bit for bit, with what was seen on the way', () => {
    for (const schedule of [
      { type: 'cosine', warmUp: 20 },
      { type: 'on-plateau', factor: 0.5, patience: 2 },
    ]) {
      const figures = [5, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3];
      const run = (from: Training, until: number) => {
        while (from.iteration < until) {
          from.observe({ train: { cost: figures[from.iteration / 10]!, metrics: {} }, test: undefined });
          take(from, from.iteration + 10);
        }
        return from.checkpoint();
      };
      const whole = training(kernels, { schedule, without: ['gram'] });
      const expected = run(whole, iterations);
      for (const half of [30, 40, 70]) {
        const file = encodeCheckpoint(run(training(kernels, { schedule, without: ['gram'] }), half));
        const second = training(kernels, { schedule, resume: decodeCheckpoint(file), without: ['gram'] });
        // what was measured just before it ended is measured again
        second.observe({ train: { cost: figures[half / 10 - 1]!, metrics: {} }, test: undefined });
        expect(run(second, iterations)).toEqual(expected);
      }
      if (schedule.type === 'on-plateau') {
        expect(expected.watched?.schedule).toEqual({ best: 3, bestAt: 50, stale: 1, plateaus: 5, at: 140 });
        expect(whole.learningRateAt(iterations)).toBe(0.05 * 0.5 ** 5);
      }
    }
  });
});

test('a training without a schedule says no rate and keeps nothing of what it is told', () => {
  const run = training(referenceKernels('float64'), {});
  run.observe({ train: { cost: 1, metrics: {} }, test: undefined });
  expect(run.learningRateAt(0)).toBeUndefined();
  expect(run.checkpoint()).not.toHaveProperty('watched');
});
