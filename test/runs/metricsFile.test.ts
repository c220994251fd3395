import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricLines, parseMetricLines } from '../../src/runs/metricsFile';
import type { MetricPoint } from '../../src/runs/run';

const point = fc.record<MetricPoint>(
  {
    iteration: fc.nat(1_000_000),
    epoch: fc.nat(1000),
    cost: fc.double(),
    seconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
    trainAccuracy: fc.double({ min: 0, max: 1, noNaN: true }),
    testCost: fc.double(),
  },
  { requiredKeys: ['iteration', 'epoch', 'cost', 'seconds'] },
);
const series = fc.uniqueArray(point, { selector: ({ iteration }) => iteration });
const ordered = (points: readonly MetricPoint[]) => [...points].sort((a, b) => a.iteration - b.iteration);
/** JSON knows no −0. */
const withoutNegativeZero = (points: readonly MetricPoint[]) =>
  points.map(point =>
    Object.fromEntries(Object.entries(point).map(([key, value]) => [key, Object.is(value, -0) ? 0 : value])),
  );

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
});
