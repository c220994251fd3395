import { expect, test } from 'vitest';
import { svgColor } from '../../../webview/picture/svgColor';

test.each([
  ['rgb(1, 2, 255)', '#0102ff', 1],
  ['rgba(255, 0, 0, 0.25)', '#ff0000', 0.25],
  ['color(srgb 1 0.5 0)', '#ff8000', 1],
  ['color(srgb 0.2 0.4 0.6 / 0.18)', '#336699', 0.18],
  ['color(srgb 1e-7 0 1.2)', '#0000ff', 1],
  ['none', 'none', 1],
])('%s', (computed, color, opacity) => {
  expect(svgColor(computed)).toEqual({ color, opacity });
});
