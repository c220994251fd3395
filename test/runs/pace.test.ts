import { describe, expect, it } from 'vitest';
import type { Work } from '../../src/core/work';
import { Cancelled } from '../../src/data/reading';
import { drive } from '../../src/runs/pacing/drive';
import { Pace } from '../../src/runs/pacing/pace';

describe('a wait', () => {
  it('ends with what it waits for', async () => {
    let there = false;
    const promise = new Promise<void>(resolve => setTimeout(resolve, 5)).then(() => {
      there = true;
    });
    await new Pace().awaiting(promise);
    expect(there).toBe(true);
  });

  it('throws what that throws', async () => {
    await expect(new Pace().awaiting(Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  });

  it('is looked up from, so that it can be cancelled', async () => {
    function* work(): Work<void> {
      for (;;) yield new Promise<void>(() => {});
    }
    let cancelled = false;
    setTimeout(() => {
      cancelled = true;
    }, 20);
    const began = performance.now();
    await expect(drive(work(), { cancelled: () => cancelled })).rejects.toBeInstanceOf(Cancelled);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
