import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pauses } from '../../src/host/document/pauses';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

it('does once, after the last of many keystrokes, what each of them asks for', () => {
  const pauses = new Pauses<string>();
  const work = vi.fn();
  for (let i = 0; i < 50; i++) {
    pauses.after('a', 200, () => work(i));
    vi.advanceTimersByTime(100);
  }
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(work.mock.calls).toEqual([[49]]);
});

it('keeps what is asked for different texts apart, and does nothing after it is cancelled or disposed', () => {
  const pauses = new Pauses<string>();
  const work = vi.fn();
  for (const key of ['a', 'b', 'c']) pauses.after(key, 200, () => work(key));
  pauses.cancel('b');
  vi.advanceTimersByTime(200);
  expect(work.mock.calls).toEqual([['a'], ['c']]);
  pauses.after('a', 200, () => work('late'));
  pauses.dispose();
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(2);
});
