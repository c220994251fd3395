import { expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import type { DataReport } from '../../../src/core/network/dataReport';

const report = (train: number, testing: number): DataReport => ({
  facts: {
    inputShape: [2],
    examples: { train, test: testing },
    targets: { n: 1, classes: ['no', 'yes'], binary: true, oneHot: false },
    choices: [],
  },
  faults: [],
  files: [],
});

/** What is said of `training`, by field: those of its codes alone. */
function said(training: object, data?: DataReport): string[] {
  const text = JSON.stringify({
    data: { file: 'a.csv', target: 'class' },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
    ],
    training: { loss: 'binary-cross-entropy', optimizer: 'adam', iterations: 1000, ...training },
  });
  const codes = ['class-weights', 'watched-figure', 'schedule-length'];
  return analyze(text, data)
    .problems.filter(({ code }) => codes.includes(code))
    .map(({ severity, field, message }) => `${severity} ${field}: ${message}`);
}

test('a figure that the targets don’t have is named where it is watched', () => {
  expect(said({ stop: { figure: 'r-squared', patience: 3 } }, report(80, 20))).toEqual([
    'error training.stop.figure: The R² is no figure of these targets with binary-cross-entropy: it would never be measured.',
  ]);
  const schedule = { type: 'on-plateau', figure: 'r-squared' };
  expect(said({ schedule }, report(80, 20))[0]).toMatch(/^error training\.schedule\.figure/);
  expect(said({ stop: { figure: 'accuracy', patience: 3 } }, report(80, 20))).toEqual([]);
});

test('patience without a test set is told that it watches the training set', () => {
  const [only, ...others] = said({ stop: { patience: 3 } }, report(100, 0));
  expect(only).toMatch(
    /^information training\.stop: The data have no test set, so the cost of the training set/,
  );
  expect(others).toEqual([]);
  expect(said({ stop: { target: 0.1 } }, report(100, 0))).toEqual([]);
  // of data that haven't been read nothing is said
  expect(said({ stop: { patience: 3, set: 'test' } })).toEqual([]);
});

test('weights of classes that are there, and balanced ones, are right', () => {
  expect(said({ classWeights: { yes: 2 } }, report(80, 20))).toEqual([]);
  expect(said({ classWeights: 'balanced', labelSmoothing: 0.1 }, report(80, 20))).toEqual([]);
  expect(said({ classWeights: { maybe: 2 } }, report(80, 20))).toEqual([
    'error training.classWeights.maybe: The data have no class "maybe". Their classes are "no", "yes".',
  ]);
});

test('one cycle with a warm-up rises twice', () => {
  expect(said({ schedule: { type: 'one-cycle', warmUp: 10 } })[0]).toMatch(/rise of its own/);
  expect(said({ schedule: { type: 'one-cycle' } })).toEqual([]);
  // how many iterations an epoch has isn't known before the data are read
  expect(said({ schedule: { type: 'cosine', per: 'epoch', warmUp: 5000 } })).toEqual([]);
});
