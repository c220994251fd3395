import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coalesced } from '../../src/trainer/coalesced';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first is handed on at once, and then together what comes within a while', () => {
  const handed: (readonly number[])[] = [];
  const numbers = coalesced<number>(50, items => handed.push(items));
  numbers.add(1);
  expect(handed).toEqual([[1]]);
  numbers.add(2);
  vi.advanceTimersByTime(30);
  numbers.add(3);
  expect(handed).toEqual([[1]]);
  vi.advanceTimersByTime(20);
  expect(handed).toEqual([[1], [2, 3]]);
  numbers.add(4);
  numbers.flush();
  expect(handed).toEqual([[1], [2, 3], [4]]);
  vi.advanceTimersByTime(100);
  expect(handed).toHaveLength(3);
});
