import { File, FS, ready } from 'h5wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeData, loadData, loadInputs } from '../../../src/data/data';
import { memoryFiles } from '../memoryFiles';
import { npyBytes, npyOf } from '../npyBytes';
import { settings, whole } from '../settings';

beforeAll(() => ready);

const named = settings({ train: { x: 'x.npy', y: 'y.npy' }, ...whole });
const wide = (values: readonly bigint[], signed = true, shape: readonly number[] = [values.length]) =>
  npyBytes(
    signed ? '<i8' : '<u8',
    shape,
    new Uint8Array((signed ? BigInt64Array : BigUint64Array).from(values).buffer),
  );
const x = npyOf([4, 1], [1, 2, 3, 4]);
const large = 2n ** 53n;

describe('whole numbers beyond 2⁵³', () => {
  test('among the inputs are told of, when they train and when they are predicted on', async () => {
    const files = memoryFiles({
      'x.npy': wide([1n, large + 1n, -5n, 7n], true, [4, 1]),
      'y.npy': npyOf([4], [0.5, 1, 2, 3.5]),
    });
    const sentence =
      'x.npy: whole numbers beyond 2⁵³, such as 9007199254740992, have more digits than a number keeps here, so their last ones are rounded.';
    const { report, preprocessing } = await loadData(named, files);
    expect(report.facts?.choices).toContain(sentence);
    expect((await loadInputs({ file: 'x.npy' }, preprocessing, files)).notes).toEqual([sentence]);
  });

  test('as numbers to predict are told of, in the description too', async () => {
    const values = Array.from({ length: 4 }, (_, i) => 2n ** 63n + BigInt(i) * 10n ** 12n + 1n);
    const files = memoryFiles({
      'x.npy': npyOf(
        [40, 1],
        Array.from({ length: 40 }, (_, i) => i),
      ),
      'y.npy': wide(
        Array.from({ length: 40 }, (_, i) => values[i % 4]! + BigInt(i) * 10n ** 13n),
        false,
      ),
    });
    const { facts, faults } = await describeData(named, files);
    expect(faults).toEqual([]);
    expect(facts?.choices).toContainEqual(
      expect.stringMatching(/^y\.npy: whole numbers beyond 2⁵³, such as 9223372036854\d+, have/),
    );
  });

  test('as classes, of which two could become one, are a fault', async () => {
    const files = memoryFiles({ 'x.npy': x, 'y.npy': wide([large, large + 1n, large, large + 1n]) });
    const { faults } = await describeData(named, files);
    expect(faults).toMatchObject([
      {
        code: 'bad-data-file',
        field: 'data.train.y',
        message: expect.stringContaining('of which two may be the same here'),
      },
    ]);
    await expect(loadData(named, files)).rejects.toThrow(
      'Number them from 0: np.unique(y, return_inverse=True)[1].',
    );
  });

  test('in HDF5 are too', async () => {
    const place = '/whole-numbers.h5';
    const written = new File(place, 'w');
    written.create_dataset({
      name: 'x',
      data: BigInt64Array.from([1n, large + 1n, 3n, 4n]),
      shape: [4, 1],
      dtype: '<q',
    });
    written.create_dataset({
      name: 'y',
      data: BigInt64Array.from([large, large + 1n, large, large + 1n]),
      shape: [4],
      dtype: '<q',
    });
    written.close();
    const files = memoryFiles({
      'a.h5': FS!.readFile(place) as Uint8Array,
      'y.npy': npyOf([4], [0.5, 1, 2, 3.5]),
    });
    const good = settings({ train: { x: 'a.h5#x', y: 'y.npy' }, ...whole });
    expect((await loadData(good, files)).report.facts?.choices).toContainEqual(
      expect.stringMatching(/^a\.h5#x: whole numbers beyond 2⁵³/),
    );
    const bad = settings({ train: { x: 'a.h5#x', y: 'a.h5#y' }, ...whole });
    await expect(loadData(bad, files)).rejects.toThrow(
      /^The labels of a\.h5#y have whole numbers beyond 2⁵³, such as 9007199254740992/,
    );
  });

  test('are not thought of where there are none, or floats', async () => {
    const files = memoryFiles({
      'x.npy': wide([1n, large - 1n, 3n, 4n], true, [4, 1]),
      'y.npy': npyOf([4], [1e300, -1e20, 2 ** 60, 0]),
    });
    const { report } = await loadData(named, files);
    expect(report.facts?.choices.filter(choice => choice.includes('2⁵³'))).toEqual([]);
  });
});
