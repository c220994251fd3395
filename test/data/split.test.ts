import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitRows, testCount } from '../../src/data/split';

test('the first of NumPy’s permutation are the test set', async () => {
  // np.random.RandomState(3).permutation(10) is [5 4 1 2 9 6 7 0 3 8]
  const { train, test: testRows } = await splitRows(10, { test: 0.3, seed: 3 });
  expect(Array.from(testRows!)).toEqual([5, 4, 1]);
  expect(Array.from(train!)).toEqual([2, 9, 6, 7, 0, 3, 8]);
});

test('a share of 0 leaves the examples in their order', async () => {
  expect(await splitRows(10, { test: 0, seed: 3 })).toEqual({ train: undefined, test: undefined });
});

test('every example is in one of the two sets, and neither is empty', async () => {
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 300 }),
      share,
      fc.nat(2 ** 32 - 1),
      async (m, testShare, seed) => {
        const { train, test: testRows } = await splitRows(m, { test: testShare, seed });
        expect([...train!, ...testRows!].sort((a, b) => a - b)).toEqual(
          Array.from({ length: m }, (_, i) => i),
        );
        expect(testRows).toHaveLength(testCount(m, { test: testShare, seed }));
        expect(Math.min(train!.length, testRows!.length)).toBeGreaterThan(0);
      },
    ),
  );
});
