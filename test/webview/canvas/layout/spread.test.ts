import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread, type Wish } from '../../../../webview/canvas/layout/spread';

const wish = (at: number, weight = 1): Wish => ({ at, weight, before: 10, after: 10 });

test('wishes with room enough are granted', () => {
  expect(spread([wish(0), wish(100)], 5)).toEqual([0, 100]);
});

test('two at the same place move apart evenly', () => {
  expect(spread([wish(50), wish(50)], 10)).toEqual([35, 65]);
});

test('the heavier one gives way less', () => {
  expect(spread([wish(50, 3), wish(50, 1)], 0)).toEqual([45, 65]);
});

const anyWishes = fc.array(
  fc.record({
    at: fc.integer({ min: -500, max: 500 }),
    weight: fc.integer({ min: 1, max: 20 }),
    before: fc.nat(30),
    after: fc.nat(30),
  }),
  { minLength: 1, maxLength: 8 },
);

const cost = (wishes: readonly Wish[], places: readonly number[]) =>
  wishes.reduce((sum, { at, weight }, i) => sum + weight * (places[i]! - at) ** 2, 0);

test('none overlap, and no small move of one or of neighbours together is better', () => {
  fc.assert(
    fc.property(anyWishes, wishes => {
      const gap = 8;
      const places = spread(wishes, gap);
      const fits = (some: readonly number[]) =>
        wishes.every(
          ({ before }, i) => i === 0 || some[i]! - some[i - 1]! - before - wishes[i - 1]!.after - gap > -1e-6,
        );
      expect(fits(places)).toBe(true);
      const least = cost(wishes, places);
      for (let from = 0; from < wishes.length; from++) {
        for (let to = from + 1; to <= wishes.length; to++) {
          for (const step of [-0.5, 0.5]) {
            const moved = places.map((at, i) => (i >= from && i < to ? at + step : at));
            if (fits(moved)) expect(cost(wishes, moved)).toBeGreaterThanOrEqual(least - 1e-6);
          }
        }
      }
    }),
  );
});
