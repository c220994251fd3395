import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimate } from '../../../webview/charts/decimate';

const curve = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: fc.double({ noNaN: true, min: -1e6, max: 1e6 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  ),
  { minLength: 1, maxLength: 2000 },
);

describe('decimate', () => {
  it('keeps the first and last point, and the lowest and highest of every column, in order', () => {
    fc.assert(
      fc.property(curve, fc.integer({ min: 1, max: 50 }), (y, columns) => {
        const column = (i: number) => Math.floor((i * columns) / y.length);
        const kept = decimate(y.length, column, y);
        expect(kept[0]).toBe(0);
        expect(kept.at(-1)).toBe(y.length - 1);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        for (let c = 0; c < columns; c++) {
          const within = (indices: readonly number[]) =>
            indices.filter(i => column(i) === c && Number.isFinite(y[i]!)).map(i => y[i]!);
          const all = within([...y.keys()]);
          if (all.length === 0) continue;
          expect(Math.min(...within(kept))).toBe(Math.min(...all));
          expect(Math.max(...within(kept))).toBe(Math.max(...all));
        }
      }),
    );
  });

  it('keeps at most five points a column, however many there are', () => {
    const y = Float64Array.from({ length: 100_000 }, (_, i) => Math.sin(i) * i);
    expect(decimate(y.length, i => Math.floor(i / 1000), y).length).toBeLessThanOrEqual(500);
  });

  it('keeps a gap, so that a curve that diverged breaks off', () => {
    const y = [1, 2, Number.NaN, 3, 4, 5, 6];
    expect(decimate(7, () => 0, y)).toContain(2);
  });
});
