import { expect, test } from 'vitest';
import { lossOf } from '../../../src/core/losses';
import { metrics, metricsFor, metricsIn, predictedClass } from '../../../src/core/metrics';
import { metricOver } from './metricOver';

test('one output stands for class 1 above 0.5, several for the place of the largest', () => {
  const classOf = (A: number[]) => predictedClass(Float64Array.from(A), 0, A.length);
  expect([0.2, 0.5, 0.500001, 1].map(a => classOf([a]))).toEqual([0, 0, 1, 1]);
  expect(classOf([0.1, 0.7, 0.2])).toBe(1);
  expect(classOf([0.4, 0.2, 0.4])).toBe(0);
});

test('accuracy counts an example as right or wrong, the error is a mean over the outputs', () => {
  expect(metricOver('accuracy', [[0.7], [0.7]], [[1], [0]])).toBe(0.5);
  expect(metricOver('accuracy', [[0.2, 0.8]], [[1, 0]])).toBe(0);
  expect(metricOver('mean-absolute-error', [[1, 5]], [[2, 2]])).toBe(2);
  expect(metricOver('mean-absolute-error', [[1, 5]], [[2, 2]], [10, 100])).toBe(155);
});

const labels = { binary: true, oneHot: false };
const prices = { binary: false, oneHot: false };
const named = (loss: string, targets: typeof labels & { classes?: string[] }, n: number) =>
  metricsFor(lossOf(loss), targets, n).map(({ type }) => type);

test('which suit depends on the loss and on the targets', () => {
  expect(named('binary-cross-entropy', labels, 1)).toContain('accuracy');
  expect(named('categorical-cross-entropy', prices, 3)).toContain('accuracy');
  // labels under a loss for numbers
  expect(named('mean-squared-error', labels, 1)).toContain('accuracy');
  expect(named('mean-squared-error', { binary: true, oneHot: true }, 3)).toContain('accuracy');
  expect(named('mean-squared-error', { ...prices, classes: ['a', 'b', 'c'] }, 3)).toContain('accuracy');
  for (const loss of ['mean-squared-error', 'l1', 'l2']) {
    expect(named(loss, prices, 1)).not.toContain('accuracy');
    expect(named(loss, prices, 1)).toContain('mean-absolute-error');
  }
  // 0s and 1s in several columns are no classes
  expect(named('mean-squared-error', labels, 3)).toContain('mean-absolute-error');
  // nor are the pixels of a mask, of which there may be thousands
  expect(named('binary-cross-entropy', labels, 4096)).toContain('r-squared');
  expect(named('binary-cross-entropy', labels, 4096)).not.toContain('accuracy');
  expect(named('binary-cross-entropy', { binary: true, oneHot: true }, 3)).toContain('accuracy');
});

test.each([
  ['binary-cross-entropy', labels, 1],
  ['categorical-cross-entropy', prices, 3],
  ['mean-squared-error', prices, 2],
] as const)('of those that suit %s, one is the headline, and comes first', (loss, targets, n) => {
  const suiting = metricsFor(lossOf(loss), targets, n);
  const values = Object.fromEntries(suiting.toReversed().map(({ type }) => [type, null]));
  expect(metricsIn(values)).toHaveLength(suiting.length);
  expect(metricsIn(values)[0]?.headline).toBe(true);
  expect(suiting.filter(({ headline }) => headline)).toHaveLength(1);
});

test('names of metrics that there are not, and of objects, are passed over', () => {
  expect(metricsIn(JSON.parse('{"of-tomorrow":1,"toString":2,"__proto__":3}'))).toEqual([]);
  expect(metricsIn(undefined, { accuracy: 0.5 }).map(({ type }) => type)).toEqual(['accuracy']);
  expect(new Set(metrics.map(({ type }) => type)).size).toBe(metrics.length);
});

test.each([
  ['precision', [[0.1], [0.2]], [[1], [0]]],
  ['recall', [[0.9], [0.2]], [[0], [0]]],
  ['f1', [[0.1], [0.2]], [[0], [0]]],
  ['auc', [[0.1], [0.2]], [[1], [1]]],
  ['r-squared', [[1], [2]], [[3], [3]]],
] as const)('%s has no value where there is nothing to divide by, and says why', (type, outputs, targets) => {
  expect(metricOver(type, outputs, targets)).toBeNull();
  expect(metrics.find(each => each.type === type)!.noValue).toMatch(/has no value where .+\.$/);
});

test('precision, recall and F1 that are 0 are a value', () => {
  const [outputs, targets] = [
    [[0.9], [0.1]],
    [[0], [1]],
  ];
  expect(['precision', 'recall', 'f1'].map(type => metricOver(type, outputs, targets))).toEqual([0, 0, 0]);
});

test('a class that neither is there nor is predicted has no part in the mean of the classes', () => {
  const rows = [
    [1, 0, 0],
    [0, 1, 0],
  ];
  for (const type of ['macro-precision', 'macro-recall', 'macro-f1'])
    expect(metricOver(type, rows, rows)).toBe(1);
});

test('the AUC is the share of the pairs that are in order, an equal one counting half', () => {
  expect(metricOver('auc', [[0.9], [0.4], [0.4], [0.1]], [[1], [1], [0], [0]])).toBe(3.5 / 4);
  expect(metricOver('auc', [[0], [0], [-0]], [[1], [0], [0]])).toBe(0.5);
  // all on one side of the threshold
  expect(metricOver('auc', [[0.03], [0.02], [0.01]], [[1], [0], [0]])).toBe(1);
});

test('of several equal outputs five are the top five, and NaN is never among them', () => {
  const all = (value: number) => new Array<number>(6).fill(value);
  const hot = (k: number) => all(0).map((_, j) => (j === k ? 1 : 0));
  expect(metricOver('top-5', [all(0.5)], [hot(4)])).toBe(1);
  expect(metricOver('top-5', [all(0.5)], [hot(5)])).toBe(0);
  expect(metricOver('top-5', [[Number.NaN, 1, 1, 1, 1, 1]], [hot(0)])).toBe(0);
});

test('R² leaves out an output whose targets are all the same, and holds far from 0', () => {
  expect(
    metricOver(
      'r-squared',
      [
        [1, 7],
        [2, 9],
      ],
      [
        [1, 5],
        [2, 5],
      ],
    ),
  ).toBe(1);
  const far = [1e9 + 1, 1e9 + 2, 1e9 + 3];
  const mean = far.map(() => [1e9 + 2]);
  expect(
    metricOver(
      'r-squared',
      mean,
      far.map(y => [y]),
    ),
  ).toBe(0);
});

test('the root mean squared error is in the units of the targets', () => {
  expect(metricOver('root-mean-squared-error', [[3], [1]], [[0], [-3]], [10])).toBeCloseTo(
    Math.sqrt(12.5) * 10,
    12,
  );
});
