import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Op } from '../../../src/core/kernels/kernels';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { place, type Unplaced } from '../../../src/core/plan/place';

const kernels = referenceKernels('float32');

/** Batches of these widths, and ops that each use two of them. */
function example(widths: readonly number[], pairs: readonly (readonly [number, number])[]) {
  const batches = widths.map((n): Unplaced => ({ n, m: 3, data: kernels.allocate(0) }));
  const ops = pairs.map(
    ([a, b]): Op => ({
      call: 'accumulate',
      args: [batches[a % batches.length]!, batches[b % batches.length]!, true],
      reads: '',
    }),
  );
  return { batches, ops };
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
const uses = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 20 });

test('batches that are needed at the same time have places of their own', () => {
  fc.assert(
    fc.property(sizes, uses, fc.nat(11), (widths, pairs, keep) => {
      const { batches, ops } = example(widths, pairs);
      const kept = batches[keep % batches.length]!;
      place(batches, new Set([kept]), ops, kernels);
      const lives = batches.map(batch => {
        const at = ops.flatMap(({ args }, i) => ((args as readonly unknown[]).includes(batch) ? [i] : []));
        return batch === kept ? [-Infinity, Infinity] : [Math.min(...at), Math.max(...at)];
      });
      for (const [i, a] of batches.entries()) {
        expect(a.data.length).toBe(a.n * a.m);
        for (const [j, b] of batches.entries()) {
          const together = lives[i]![0]! <= lives[j]![1]! && lives[j]![0]! <= lives[i]![1]!;
          if (i === j || !together) continue;
          const apart =
            a.data.byteOffset + a.data.byteLength <= b.data.byteOffset ||
            b.data.byteOffset + b.data.byteLength <= a.data.byteOffset;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test('a chain of layers takes the room of two', () => {
  const { batches, ops } = example(
    [1000, 1000, 1000, 1000, 1000],
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ],
  );
  const one = place([{ n: 1000, m: 3, data: kernels.allocate(0) }], new Set(), [], kernels);
  expect(place(batches, new Set(), ops, kernels)).toBe(2 * one);
});
