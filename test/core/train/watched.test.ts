import { expect, test } from 'vitest';
import { looked, unwatched, type Watched } from '../../../src/core/train/watched';

const wishes = { patience: 3, minDelta: 0, larger: false };
const after = (values: readonly (number | undefined)[], patience = wishes) =>
  values.reduce<Watched>((state, value, i) => looked(state, value, i, patience), unwatched);

test('a better value begins the wait anew, and is remembered with its iteration', () => {
  expect(after([5, 4, 4.5, 3])).toEqual({ best: 3, bestAt: 3, stale: 0, plateaus: 0, at: 3 });
});

test('patience ends with as many looks in a row that bring nothing better', () => {
  expect(after([5, 5, 6])).toMatchObject({ stale: 2, plateaus: 0 });
  expect(after([5, 5, 6, 5])).toEqual({ best: 5, bestAt: 0, stale: 0, plateaus: 1, at: 3 });
  expect(after([5, 5, 6, 5, 7, 7, 7])).toMatchObject({ best: 5, plateaus: 2 });
});

test('less than the least improvement is none', () => {
  const demanding = { ...wishes, minDelta: 0.5 };
  expect(after([5, 4.6, 4.5], demanding)).toMatchObject({ best: 5, stale: 2 });
  expect(after([5, 4.6, 4.4], demanding)).toMatchObject({ best: 4.4, stale: 0 });
});

test('where larger is better it is the other way round', () => {
  const upward = { ...wishes, larger: true };
  expect(after([0.5, 0.4, 0.6, 0.55], upward)).toMatchObject({ best: 0.6, bestAt: 2, stale: 1 });
});

test('what has no value, or isn’t finite, is no better', () => {
  expect(after([undefined, Number.NaN, Number.NEGATIVE_INFINITY])).toMatchObject({ stale: 0, plateaus: 1 });
});

test('a look at the same iteration counts once', () => {
  const once = looked(unwatched, 5, 100, wishes);
  expect(looked(once, 4, 100, wishes)).toBe(once);
});
