import fc from 'fast-check';
import { expect } from 'vitest';
import { splitRows } from '../../src/data/split';
import { row } from './row';

row('splits: no example in two sets, none in neither', { quick: 200, full: 5_000 }, async (count, tally) => {
  const splits = fc.sample(
    fc.record({
      m: fc.integer({ min: 2, max: 300 }),
      test: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
      seed: fc.nat(),
    }),
    { numRuns: count, seed: 7 },
  );
  for (const { m, test, seed } of splits) {
    await tally.try(`${m} examples, ${test}, seed ${seed}`, async () => {
      const rows = await splitRows(m, { test, seed }, undefined);
      const all = [...(rows.train ?? []), ...(rows.test ?? [])].sort((a, b) => a - b);
      expect(all).toEqual(Array.from({ length: m }, (_, i) => i));
    });
  }
});
