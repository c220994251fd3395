import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricLines, parseMetricLines } from '../../src/runs/folder/metricsFile';
import type { MetricPoint } from '../../src/runs/run';

const values = fc.dictionary(
  fc.constantFrom('accuracy', 'auc', 'mean-absolute-error'),
  fc.option(fc.double()),
);

const point = fc.record<MetricPoint>(
  {
    iteration: fc.nat(1_000_000),
    epoch: fc.nat(1000),
    cost: fc.double(),
    seconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
    train: values,
    test: values,
    testCost: fc.double(),
  },
  { requiredKeys: ['iteration', 'epoch', 'cost', 'seconds'] },
);
const series = fc.uniqueArray(point, { selector: ({ iteration }) => iteration });
const ordered = (points: readonly MetricPoint[]) => [...points].sort((a, b) => a.iteration - b.iteration);
/** JSON knows no −0. */
const withoutNegativeZero = (points: readonly MetricPoint[]) =>
  points.map(point => zeroed(point) as MetricPoint);

const zeroed = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, zeroed(each)]))
    : Object.is(value, -0)
      ? 0
      : value;

describe('metrics.jsonl', () => {
  it('gives back every point, to the last bit, with NaN and infinity', () => {
    fc.assert(
      fc.property(series, points => {
        expect(parseMetricLines(metricLines(points))).toEqual(withoutNegativeZero(ordered(points)));
      }),
    );
  });

  it('keeps all whole lines of a file that ends anywhere', () => {
    fc.assert(
      fc.property(series, fc.nat(), (points, cut) => {
        const text = metricLines(points);
        const rest = text.slice(0, cut % (text.length + 1));
        const whole = rest.split('\n').length - 1;
        const kept = parseMetricLines(rest);
        expect(kept.length).toBeGreaterThanOrEqual(whole);
        // a last line without its end may be whole by chance, when just the line end is missing
        expect(kept.length).toBeLessThanOrEqual(whole + 1);
        expect(kept).toEqual(withoutNegativeZero(ordered(points.slice(0, kept.length))));
      }),
    );
  });

  it('lets the later point of an iteration count, as after a resume', () => {
    const text = metricLines([
      { iteration: 5, epoch: 5, cost: 1, seconds: 1 },
      { iteration: 5, epoch: 5, cost: 2, seconds: 3 },
    ]);
    expect(parseMetricLines(text).map(({ cost }) => cost)).toEqual([2]);
  });

  it('passes over lines that aren’t points', () => {
    expect(
      parseMetricLines('[]\n{"iteration":-1}\nnull\n{"iteration":1,"epoch":0,"cost":2,"seconds":0}\n'),
    ).toEqual([{ iteration: 1, epoch: 0, cost: 2, seconds: 0 }]);
  });

  it.each([
    ['accuracy', 'accuracy', 0.5416666666666666, 0.16666666666666666],
    ['meanAbsoluteError', 'mean-absolute-error', 44.92055948773282, 39.901490441580535],
  ])('reads those that were written when there were no other metrics: %s', (folder, metric, train, test) => {
    const file = new URL(`../fixtures/runs/${folder}/metrics.jsonl`, import.meta.url);
    const points = parseMetricLines(readFileSync(file, 'utf8'));
    expect(points).toHaveLength(21);
    const measured = points.filter(point => point.train);
    expect(measured.map(({ iteration }) => iteration)).toEqual([0, 5, 10, 15, 20]);
    for (const point of measured) {
      expect(Object.keys(point).sort()).toEqual([
        'cost',
        'epoch',
        'iteration',
        'seconds',
        'test',
        'testCost',
        'train',
      ]);
      expect([Object.keys(point.train!), Object.keys(point.test!)]).toEqual([[metric], [metric]]);
    }
    expect(points.at(-1)!.train![metric]).toBeCloseTo(train, 3);
    expect(points.at(-1)!.test![metric]).toBeCloseTo(test, 3);
    // what is written from them is what is written now
    expect(parseMetricLines(metricLines(points))).toEqual(points);
  });
});
