import { expect, test } from 'vitest';
import { metricOf, metrics, predictedClass } from '../../../src/core/metrics';

const of = (type: string, A: number[], Y: number[]) =>
  metricOf(type).example(Float64Array.from(A), Float64Array.from(Y), 0, A.length);

test('one output stands for class 1 above 0.5, several for the place of the largest', () => {
  const classOf = (A: number[]) => predictedClass(Float64Array.from(A), 0, A.length);
  expect([0.2, 0.5, 0.500001, 1].map(a => classOf([a]))).toEqual([0, 0, 1, 1]);
  expect(classOf([0.1, 0.7, 0.2])).toBe(1);
  expect(classOf([0.4, 0.2, 0.4])).toBe(0);
});

test('accuracy counts an example as right or wrong, the error is a mean over the outputs', () => {
  expect(of('accuracy', [0.7], [1])).toBe(1);
  expect(of('accuracy', [0.2, 0.8], [1, 0])).toBe(0);
  expect(of('mean-absolute-error', [1, 5], [2, 2])).toBe(2);
});

test.each(metrics)('$type suits some targets', metric => {
  expect((['binary', 'one-hot', 'numbers'] as const).some(metric.suits)).toBe(true);
});
