import { expect, it } from 'vitest';
import { formatNumber, formatTick } from '../../../webview/charts/formatNumber';

it.each([
  [0, '0'],
  [12288, '12,288'],
  [0.584508, '0.5845'],
  [0.0075, '0.0075'],
  [1e-8, '1e−8'],
  [1.25e-5, '1.25e−5'],
  [123456.7, '123,457'],
  [123456789012, '123,456,789,012'],
  [1234567890.5, '1.23e9'],
  [2.1e31, '2.1e31'],
  [-1.7976931348623157e308, '−1.8e308'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NEGATIVE_INFINITY, '−∞'],
])('%f is shown as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

it.each([0, 250_000, 999_999, -999_999, 2_000_000, 2e31, 2.5e-300, 0.0125, -0.0125])(
  '%f fits beside an axis',
  value => {
    expect(formatTick(value).length).toBeLessThanOrEqual(8);
  },
);
