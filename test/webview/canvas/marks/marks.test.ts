import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activations } from '../../../../src/core/activations';
import { activationCurve } from '../../../../webview/canvas/marks/activationCurve';
import { smoothPath } from '../../../../webview/canvas/marks/edgePath';
import { subscriptParts } from '../../../../webview/canvas/marks/subscripted';

test('sizes and numbers of layers are subscripts', () => {
  expect(subscriptParts('(n_h, m)')).toEqual(['(n', '_h', ', m)']);
  expect(subscriptParts('Z1, A1')).toEqual(['Z', '1', ', A', '1', '']);
  expect(subscriptParts('(n_10, 4)')).toEqual(['(n', '_10', ', 4)']);
  expect(subscriptParts('(209, 64, 64, 3)')).toEqual(['(209, 64, 64, 3)']);
});

test('nothing is lost in the parts', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(subscriptParts(text).join('')).toBe(text);
    }),
  );
});

test('every activation has a curve that stays in its box', () => {
  for (const { type } of activations) {
    const numbers = activationCurve(type, 16, 12)!
      .match(/[\d.]+/g)!
      .map(Number);
    expect(numbers.length).toBe(50);
    for (const [i, value] of numbers.entries()) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(i % 2 === 0 ? 16 : 12);
    }
  }
  expect(activationCurve('no such', 16, 12)).toBe(undefined);
});

test('an edge is straight between ends that face each other, else smooth', () => {
  expect(
    smoothPath(
      [
        { x: 0, y: 5 },
        { x: 9, y: 5 },
      ],
      'horizontal',
    ),
  ).toBe('M0 5L9 5');
  expect(
    smoothPath(
      [
        { x: 5, y: 0 },
        { x: 5, y: 9 },
      ],
      'vertical',
    ),
  ).toBe('M5 0L5 9');
  expect(
    smoothPath(
      [
        { x: 0, y: 0 },
        { x: 10, y: 4 },
      ],
      'horizontal',
    ),
  ).toBe('M0 0C5 0 5 4 10 4');
  expect(smoothPath([], 'horizontal')).toBe('');
});
