import { expect, it } from 'vitest';
import { formatBytes } from '../../../webview/charts/formatBytes';
import { formatNumber } from '../../../webview/charts/formatNumber';

it.each([
  [0, '0'],
  [12288, '12,288'],
  [0.584508, '0.5845'],
  [0.0075, '0.0075'],
  [1e-8, '1e−8'],
  [1.25e-5, '1.25e−5'],
  [123456.7, '123,457'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NEGATIVE_INFINITY, '−∞'],
])('%f is shown as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

it.each([
  [0, '0 B'],
  [96, '96 B'],
  [1536, '1.5 KiB'],
  [1048576, '1 MiB'],
  [2 ** 40, '1 TiB'],
])('%d bytes are shown as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
