import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadData, loadInputs } from '../../src/data/data';
import { typedColumns } from '../../src/data/inputs/typedColumns';
import { preprocessingSchema } from '../../src/runs/folder/preprocessingSchema';
import { memoryFiles } from '../data/memoryFiles';
import { npyOf } from '../data/npyBytes';
import { settings, whole } from '../data/settings';

const files = memoryFiles({
  'a.csv': 'a;colour;day;kind\n1,5;red;2020-01-02;10,5\n2,25;blue;2021-03-04;20\n6;red;2022-05-06;30,25\n',
  'x.csv': 'a;b\n1,5;1.037,25\n2,25;2.001,5\n',
  'y.npy': npyOf([2], [0, 1]),
});
const kinds = {
  table: {
    file: 'a.csv',
    target: 'kind',
    standardise: true,
    standardiseTarget: true,
    columns: { day: 'date' },
  },
  arrays: { train: { x: 'x.csv', y: 'y.npy' }, scale: 2 },
  generated: { generator: 'moons', normaliseRows: true },
} as const;

async function learnt(kind: keyof typeof kinds): Promise<Record<string, unknown>> {
  const { preprocessing } = await loadData(settings({ ...whole, ...kinds[kind] }), files);
  return JSON.parse(JSON.stringify(preprocessing)) as Record<string, unknown>;
}

/** Every place in a value, as the steps that lead there. */
function places(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, inner]) => places(inner).map(rest => [key, ...rest]))];
}

function changed(value: unknown, [step, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (step === undefined) return to;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const inner = changed(copy[step], rest, to);
  if (inner === undefined && Array.isArray(copy)) copy.splice(Number(step), 1);
  else if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return copy;
}

describe('what a training learnt, read back', () => {
  it.each(Object.keys(kinds) as (keyof typeof kinds)[])('is what was written: %s', async kind => {
    const value = await learnt(kind);
    expect(preprocessingSchema.parse(value)).toEqual(value);
  });

  it.each([
    ['a size that is none', { inputShape: [0] }],
    ['inputs of another number than the shape says', { inputShape: [99] }],
    ['a mean without its deviation', { standardise: { mean: [1, 2, 3, 4], deviation: [1] } }],
    ['columns that are no columns', { columns: [3] }],
    ['ranges of one number', { ranges: [[1], [2], [3], [4]] }],
    ['values without classes', { targets: { names: ['y'], binary: false, values: [1, 2] } }],
    ['targets without names', { targets: { binary: true } }],
  ])('with %s is refused', async (_what, part) => {
    expect(preprocessingSchema.safeParse({ ...(await learnt('table')), ...part }).success).toBe(false);
  });

  it('changed in any place is refused, or serves without an exception that isn’t a sentence', async () => {
    const value = await learnt('table');
    const all = places(value);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        fc.oneof(
          fc.constantFrom(undefined, null, -1, 1.5, '', 'x', true, {}, []),
          fc.array(fc.integer(), { maxLength: 3 }),
        ),
        async (place, to) => {
          const read = preprocessingSchema.safeParse(changed(value, place, to));
          if (!read.success) {
            refused++;
            return;
          }
          for (const column of typedColumns(read.data)) column.fault('1,5');
          await loadInputs({ file: 'a.csv' }, read.data, files).catch((error: unknown) => {
            expect(error).toMatchObject({ name: 'DataError' });
          });
        },
      ),
      { numRuns: 400, seed: 21 },
    );
    expect(refused).toBeGreaterThan(200);
  });
});
