import { describe, expect, it } from 'vitest';
import { targetNames } from '../../../src/runs/figures/namedMetric';
import { shownMetrics } from '../../../src/runs/figures/shownMetrics';
import { unscoredClasses } from '../../../src/runs/figures/unscoredClasses';

describe('the metrics of a data set', () => {
  it('begin with the headline, and say what they are of', () => {
    const values = { recall: 0.5, accuracy: 0.9, auc: 0.98765, precision: 1 };
    expect(shownMetrics(values, { classes: ['dog', 'cat'] })).toEqual([
      { title: 'accuracy', text: '90.0 %' },
      { title: 'AUC', text: '0.9877' },
      { title: 'precision of “cat”', text: '100.0 %' },
      { title: 'recall of “cat”', text: '50.0 %' },
    ]);
    const errors = { 'mean-absolute-error': 1234.5, 'r-squared': -0.25 };
    expect(shownMetrics(errors, { targets: ['price (EUR)'] })).toEqual([
      { title: 'R²', text: '−0.25' },
      { title: 'mean absolute error of price (EUR)', text: '1,235' },
    ]);
    // of several targets an error is of no one of them
    expect(shownMetrics(errors, { targets: ['a', 'b'] })[1]!.title).toBe('mean absolute error');
    expect(shownMetrics(undefined)).toEqual([]);
  });

  it('have a dash with its reason in the place of what has no value, and never NaN', () => {
    expect(shownMetrics({ precision: null })).toEqual([
      { title: 'precision', text: '–', why: expect.stringContaining('no example is predicted') },
    ]);
    expect(shownMetrics({ 'mean-absolute-error': Number.NaN })[0]!.text).toBe('–');
  });

  it('take the names of a run: those of its classes, or of its numbers', () => {
    const inputShape = [1];
    const preprocessing = { inputShape, targets: { names: ['y'], binary: true } };
    expect(targetNames({ preprocessing })).toEqual({ classes: ['0', '1'], targets: ['y'] });
    const named = { inputShape, targets: { names: ['y'], binary: false, classes: ['a', 'b', 'c'] } };
    expect(targetNames({ preprocessing: named }).classes).toEqual(['a', 'b', 'c']);
    expect(targetNames({})).toEqual({ classes: undefined, targets: undefined });
  });
});

it('a class that has no score is told of', () => {
  expect(
    unscoredClasses([
      [3, 0, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]),
  ).toEqual(['A class that is never predicted has no precision.', 'A class without examples has no recall.']);
  expect(
    unscoredClasses([
      [1, 0],
      [0, 1],
    ]),
  ).toEqual([]);
});
