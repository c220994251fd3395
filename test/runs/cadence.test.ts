import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateEvery, keepEvery } from '../../src/runs/pacing/cadence';

describe('keepEvery', () => {
  it('keeps every cost of a run of up to 2,000 iterations', () => {
    expect(keepEvery(1)).toBe(1);
    expect(keepEvery(2_000)).toBe(1);
    expect(keepEvery(2_001)).toBe(2);
  });

  it('keeps at most 20,000, and those the course prints among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), iterations => {
        const stride = keepEvery(iterations);
        expect(iterations / stride).toBeLessThanOrEqual(20_000);
        if (iterations <= 2_000_000) expect(100 % stride).toBe(0);
        else expect(stride % 100).toBe(0);
      }),
    );
  });
});

describe('evaluateEvery', () => {
  it('is about a hundred times a run with the full batch', () => {
    expect(evaluateEvery(2000, 1)).toBe(20);
    expect(evaluateEvery(10_000, 1)).toBe(100);
  });

  it('is about twenty times a short run with the full batch', () => {
    expect(evaluateEvery(10, 1)).toBe(1);
    expect(evaluateEvery(100, 1)).toBe(5);
    expect(evaluateEvery(300, 1)).toBe(5);
    expect(evaluateEvery(600, 1)).toBe(6);
  });

  it('is after each epoch of mini-batches', () => {
    expect(evaluateEvery(10 * 469, 469)).toBe(469);
  });

  it('is after every few epochs where there are more than 200', () => {
    expect(evaluateEvery(1000 * 4, 4)).toBe(5 * 4);
  });
});
