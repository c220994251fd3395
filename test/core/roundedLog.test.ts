import { expect, test } from 'vitest';
import { roundedLog } from '../../src/core/roundedLog';

// numpy.log(numpy.longdouble(x)) rounded to float64; Math.log of Node 20 is one bit off for each of the first four
test.each([
  [0.6762549019801313, -0.39118520007857743],
  [0.41510119701006964, -0.8792329402605475],
  [0.37799404132888914, -0.972876847166985],
  [0.6914775109473302, -0.3689246505358544],
  [1.0, 0.0],
  [0.5, -Math.LN2],
  [0.9999999999999999, -1.1102230246251565e-16],
  [1e-15, -34.538776394910684],
  [2.0, Math.LN2],
])('log %d', (x, log) => {
  expect(roundedLog(x)).toBe(log);
});

test('stays within a bit of Math.log from the smallest to the largest number', () => {
  for (let x = 2.3e-308; x < 1e308; x *= 1.37) {
    expect(Math.abs(roundedLog(x) - Math.log(x))).toBeLessThanOrEqual(Math.abs(Math.log(x)) * 2.3e-16);
  }
});
