import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smooth } from '../../../webview/charts/smooth';

const values = fc.array(fc.double({ noNaN: true, min: -1e3, max: 1e3 }), { minLength: 1, maxLength: 200 });

describe('smooth', () => {
  it('is the bias-corrected average of Adam', () => {
    // by hand, weight 0.9: v1 = 0.1·1, v2 = 0.9·v1 + 0.1·3; divided by 1 − 0.9 and 1 − 0.81
    expect([...smooth([1, 3], 0.9)].map(v => v.toFixed(12))).toEqual([
      '1.000000000000',
      (0.39 / 0.19).toFixed(12),
    ]);
  });

  it('stays between the lowest and the highest value so far', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 0.99, noNaN: true }), (y, weight) => {
        const smoothed = smooth(y, weight);
        y.forEach((_, i) => {
          const seen = y.slice(0, i + 1);
          expect(smoothed[i]).toBeGreaterThanOrEqual(Math.min(...seen) - 1e-6);
          expect(smoothed[i]).toBeLessThanOrEqual(Math.max(...seen) + 1e-6);
        });
      }),
    );
  });

  it('changes nothing with weight 0, and passes over what is not finite', () => {
    expect([...smooth([3, 1, 2], 0)]).toEqual([3, 1, 2]);
    expect([...smooth([1, Number.NaN, 1], 0.5)]).toEqual([1, Number.NaN, 1]);
  });
});
