import { describe, expect, test } from 'vitest';
import { trainingSchema } from '../../../src/core/network/schema';
import { type ScheduleSetting, schedules } from '../../../src/core/schedules';
import { rateFactor } from '../../../src/core/schedules/rate/rateFactor';
import { createWatch } from '../../../src/core/train/watch';
import golden from '../../golden/schedules.json';

const settings = (schedule: unknown) =>
  trainingSchema.parse({ loss: 'l2', optimizer: { type: 'sgd', learningRate: 0.1 }, schedule });
const settingOf = (schedule: unknown) => settings(schedule).schedule as ScheduleSetting;

// golden numbers: python test/golden/schedules.py > test/golden/schedules.json
test.each(golden)('$name gives the learning rates of PyTorch', ({ schedule, rates, figures }) => {
  const training = settings(schedule);
  const watch = createWatch(training);
  rates.forEach((expected, iteration) => {
    const at = { iteration, iterations: rates.length, stepsPerEpoch: 1, plateaus: watch.plateaus };
    expect(0.1 * rateFactor(training.schedule!, at)).toBeCloseTo(expected, 14);
    if (!figures) return;
    // PyTorch is told after the step
    watch.observe(iteration + 1, { train: { cost: figures[iteration]!, metrics: {} }, test: undefined });
  });
});

test('every schedule is compared with PyTorch', () => {
  expect([...new Set(golden.map(({ schedule }) => schedule.type))].sort()).toEqual(
    schedules.map(({ type }) => type).sort(),
  );
});

describe.each(schedules.map(({ type }) => type))('%s', type => {
  test('written by its name has the usual values', () => {
    expect(settingOf(type)).toEqual(settingOf({ type }));
    expect(settingOf(type)).toMatchObject({ type, per: 'iteration', warmUp: 0 });
  });

  test('is a factor between 0 and 1 at every step of every length', () => {
    for (const iterations of [1, 2, 3, 10, 1001]) {
      for (const [warmUp, per] of [
        [0, 'iteration'],
        [3, 'iteration'],
        [5000, 'epoch'],
        [2, 'epoch'],
      ] as const) {
        const setting = settingOf({ type, warmUp, per });
        for (let iteration = 0; iteration <= iterations; iteration++) {
          const factor = rateFactor(setting, { iteration, iterations, stepsPerEpoch: 7, plateaus: 2 });
          expect(factor).toBeGreaterThanOrEqual(0);
          expect(factor).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  test('counted in epochs is the same all through each', () => {
    const at = (iteration: number, stepsPerEpoch: number, per: string) =>
      rateFactor(settingOf({ type, per, warmUp: 3 }), {
        iteration,
        iterations: 20 * stepsPerEpoch,
        stepsPerEpoch,
        plateaus: 0,
      });
    for (let step = 0; step < 140; step++) {
      expect(at(step, 7, 'epoch')).toBe(at(Math.floor(step / 7), 1, 'iteration'));
    }
  });
});

test('the warm-up rises in equal steps to where the schedule begins', () => {
  const setting = settingOf({ type: 'linear', end: 0.5, warmUp: 4 });
  const factors = Array.from({ length: 8 }, (_, iteration) =>
    rateFactor(setting, { iteration, iterations: 12, stepsPerEpoch: 1, plateaus: 0 }),
  );
  expect(factors).toEqual([0.25, 0.5, 0.75, 1, 1, 0.9375, 0.875, 0.8125]);
});
