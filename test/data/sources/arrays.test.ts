import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeData, loadData } from '../../../src/data/data';
import { matchExamples } from '../../../src/data/sources/matchExamples';
import { inputsOf, targetsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { npyBytes, npyOf, npyOfWhole } from '../npyBytes';
import { settings, whole } from '../settings';

const named = { train: { x: 'x.npy', y: 'y.npy' } };
const load = (x: Uint8Array, y: Uint8Array, more: object = {}) =>
  loadData(settings({ ...named, ...whole, ...more }), memoryFiles({ 'x.npy': x, 'y.npy': y }));
const describeBoth = (x: Uint8Array, y: Uint8Array) =>
  describeData(settings({ ...named, ...whole }), memoryFiles({ 'x.npy': x, 'y.npy': y }));

describe('labels may be', () => {
  const x = npyOf([4, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
  const rows = [
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
  ];

  test.each([
    ['(m,)', [4]],
    ['(m, 1)', [4, 1]],
    ['(1, m)', [1, 4]],
    ['(m, 1, 1)', [4, 1, 1]],
  ])('%s', async (_what, shape) => {
    const { train } = await load(x, npyOfWhole(shape, [0, 1, 1, 0]));
    expect(inputsOf(train)).toEqual(rows);
    expect(train.targets).toEqual({ n: 1, classes: ['0', '1'], binary: true, oneHot: false });
    expect(targetsOf(train, 'binary', 1)).toEqual([[0], [1], [1], [0]]);
  });

  test('one-hot rows (m, C), and columns (C, m)', async () => {
    const byRow = await load(x, npyOf([4, 3], [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0]));
    const byColumn = await load(x, npyOf([3, 4], [1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0]));
    for (const { train } of [byRow, byColumn]) {
      expect(train.targets).toEqual({ n: 3, classes: ['0', '1', '2'], binary: true, oneHot: true });
      expect(targetsOf(train, 'one-hot', 3)).toEqual([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
      ]);
      expect(train.truth(2)).toBe('2');
    }
  });

  test('rows of numbers', async () => {
    const { train } = await load(x, npyOf([4, 2], [1, 2, 3, 4, 5, 6, 7, 8]));
    expect(train.targets).toEqual({ n: 2, binary: false, oneHot: false });
    expect(targetsOf(train, 'numbers', 2)).toEqual(rows);
  });

  test('pictures (m, h, w), which are no classes though each may hold a single one', async () => {
    const pictures = npyOf(
      [4, 2, 2],
      Array.from({ length: 16 }, (_, i) => i),
    );
    const { train, report } = await load(
      pictures,
      npyOfWhole([4, 2, 2], [1, 0, 0, 0, ...Array(12).fill(0).fill(1, 2, 3).fill(1, 5, 6).fill(1, 8, 9)]),
    );
    expect(train.targets).toEqual({ n: 4, binary: true, oneHot: false, ofArrays: true });
    expect(report.facts?.targets).toMatchObject({ n: 4, binary: true, ofArrays: true });
    expect(targetsOf(train, 'binary', 4)[1]).toEqual([0, 0, 1, 0]);
    const masks = [5, 2, 2];
    await expect(load(pictures, npyOfWhole(masks, Array(20).fill(0)))).rejects.toThrow(
      'x.npy has shape (4, 2, 2), which is 4 examples, but y.npy has shape (5, 2, 2), which is 5 labels',
    );
  });

  test('masks of few whole numbers, which are told, and pictures of many or of fractions, which are not', async () => {
    const pictures = npyOf([2, 8, 8], Array(128).fill(1));
    const valuesOf = async (y: Uint8Array) => (await describeBoth(pictures, y)).facts!.targets.wholeValues;
    const at = (values: readonly number[]) =>
      Array.from({ length: 128 }, (_, i) => values[i % values.length]!);
    expect(await valuesOf(npyOfWhole([2, 8, 8], at([0, 0, 255])))).toEqual([0, 255]);
    expect(await valuesOf(npyOf([2, 8, 8], at([3, 0, 1])))).toEqual([0, 1, 3]);
    expect(await valuesOf(npyOfWhole([2, 8, 8], at([0, 1])))).toBeUndefined();
    expect(await valuesOf(npyOf([2, 8, 8], at([0, 0.5])))).toBeUndefined();
    const many = Array.from({ length: 128 }, (_, i) => i);
    expect(await valuesOf(npyOfWhole([2, 8, 8], many))).toBeUndefined();
  });

  test('left aside, where the examples are to be given back as they enter', async () => {
    const more = { reconstruct: true, scale: 2, split: { test: 0.5, seed: 1 } };
    const { train, test: held, preprocessing, report } = await load(x, npyOfWhole([4], [0, 1, 1, 0]), more);
    for (const set of [train, held!]) {
      expect(set.targets).toEqual({ n: 2, binary: false, oneHot: false });
      expect(targetsOf(set, 'numbers', 2)).toEqual(inputsOf(set));
      expect(set.truth(0)).toBeUndefined();
    }
    expect(
      inputsOf(train)
        .flat()
        .every(value => value <= 4 && value >= 0.5),
    ).toBe(true);
    expect(preprocessing.targets).toEqual({ names: ['y'], binary: false });
    expect(report.facts!.choices.at(-1)).toBe(
      'What is to be predicted is the example itself, as it enters the network; the labels aren’t used.',
    );
    expect(() => targetsOf(train, 'numbers', 3)).toThrow("can't be compared with 3 outputs");
  });

  test('standardised, but not where the examples are to be given back', async () => {
    const more = { reconstruct: true, standardiseTarget: true };
    const message = 'so there is no target to standardise. Remove "standardiseTarget".';
    await expect(load(x, npyOf([4], [0.5, 1, 1, 0]), more)).rejects.toThrow(message);
  });

  test('−1 and 1, which become 0 and 1 and stay themselves for a loss of numbers', async () => {
    const { train, report } = await load(x, npyOfWhole([4], [-1, 1, 1, -1]));
    expect(targetsOf(train, 'binary', 1)).toEqual([[0], [1], [1], [0]]);
    expect(targetsOf(train, 'numbers', 1)).toEqual([[-1], [1], [1], [-1]]);
    expect(report.facts?.choices).toContain('The labels -1, 1 become the classes 0 to 1.');
  });
});

describe('inputs', () => {
  test('(n_x, m) are turned, as the notes hold them, and that is said', async () => {
    const { train, report } = await load(npyOf([2, 3], [1, 2, 3, 4, 5, 6]), npyOfWhole([1, 3], [0, 1, 0]));
    expect(inputsOf(train)).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(report.facts?.choices[0]).toBe(
      'x.npy is (2, 3) with 3 labels, so each column is an example (n_x, m).',
    );
  });

  test('as many examples as inputs are taken row by row', async () => {
    const { train } = await load(npyOf([2, 2], [1, 2, 3, 4]), npyOfWhole([1, 2], [0, 1]));
    expect(inputsOf(train)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('of one number each', async () => {
    const { train } = await load(npyOf([3], [1, 2, 3]), npyOf([3], [0.5, 1.5, 2.5]));
    expect(train.inputShape).toEqual([1]);
  });

  test('bytes stay bytes until they are gathered', async () => {
    const { train, report } = await load(
      npyBytes('|u1', [2, 2, 2], Uint8Array.of(0, 51, 102, 255, 255, 0, 0, 0)),
      npyOfWhole([2], [0, 1]),
      { scale: 255 },
    );
    expect(train.inputs.data).toBeInstanceOf(Uint8Array);
    expect(report.facts?.inputType).toBe('uint8');
    expect(inputsOf(train)[0]).toEqual([0, 0.2, 0.4, 1]);
    expect(train.shown(0)).toEqual({
      kind: 'image',
      width: 2,
      height: 2,
      channels: 1,
      pixels: [0, 51, 102, 255],
    });
  });
});

describe('preprocessing', () => {
  const x = npyOf([4, 3], [1, 10, 5, 2, 30, 5, 4, 20, 5, 9, 0, 5]);
  const y = npyOfWhole([4], [0, 1, 0, 1]);

  test('standardise: as (x − x.mean(0)) / x.std(0) in NumPy; a constant is only centred', async () => {
    const { train, preprocessing } = await load(x, y, { standardise: true });
    const expected = [
      [-0.97332853, -0.4472136, 0],
      [-0.64888568, 1.34164079, 0],
      [0, 0.4472136, 0],
      [1.62221421, -1.34164079, 0],
    ];
    for (const [i, row] of inputsOf(train).entries()) {
      for (const [j, value] of row.entries()) expect(value).toBeCloseTo(expected[i]![j]!, 8);
    }
    expect(preprocessing.standardise?.mean).toEqual([4, 15, 5]);
    expect(preprocessing.standardise?.deviation[2]).toBe(1);
  });

  test('scale comes before standardise, and rows are normalised last', async () => {
    const { train, preprocessing } = await load(x, y, { scale: 10, standardise: true, normaliseRows: true });
    expect(preprocessing.standardise?.mean).toEqual([0.4, 1.5, 0.5].map(value => expect.closeTo(value, 12)));
    for (const row of inputsOf(train)) expect(Math.hypot(...row)).toBeCloseTo(1, 12);
  });

  test('mean and deviation are of the training rows alone', async () => {
    // np.random.RandomState(1).permutation(4) is [3 2 0 1]
    const {
      train,
      test: testSet,
      preprocessing,
    } = await load(x, y, { standardise: true, split: { test: 0.25 } });
    expect([train.m, testSet?.m]).toEqual([3, 1]);
    expect(preprocessing.standardise?.mean[0]).toBeCloseTo((4 + 1 + 2) / 3, 12);
  });

  test('a row of zeros stays when rows are normalised', async () => {
    const { train } = await load(npyOf([2, 2], [0, 0, 3, 4]), npyOfWhole([2], [0, 1]), {
      normaliseRows: true,
    });
    expect(inputsOf(train)).toEqual([
      [0, 0],
      [0.6, 0.8],
    ]);
  });
});

describe('faults', () => {
  const x = npyOf([4, 2], [1, 2, 3, 4, 5, 6, 7, 8]);

  test('numbers of examples that differ are both said', async () => {
    const { faults } = await describeBoth(x, npyOfWhole([3], [0, 1, 0]));
    expect(faults).toEqual([
      {
        code: 'length-mismatch',
        severity: 'error',
        field: 'data.train.y',
        message:
          'x.npy has shape (4, 2), which is 4 examples, but y.npy has shape (3,), which is 3 labels: their numbers have to agree.',
      },
    ]);
  });

  test('both files missing are both told, with what is there', async () => {
    const { faults, files } = await describeData(
      settings(named),
      memoryFiles({ 'x1.npy': x, 'notes.txt': 'a' }),
    );
    expect(faults.map(({ field, code, suggestions }) => [field, code, suggestions?.[0]])).toEqual([
      ['data.train.x', 'missing-data-file', 'x1.npy'],
      ['data.train.y', 'missing-data-file', 'x1.npy'],
    ]);
    expect(files).toEqual(['/x.npy', '/y.npy']);
  });

  test.each([
    [
      'NaN among the inputs',
      npyOf([2, 1], [1, Number.NaN]),
      npyOfWhole([2], [0, 1]),
      'x.npy holds NaN (value 1), with which nothing can be computed. Fill or remove it first.',
      'data.train.x',
    ],
    [
      'infinity among the labels',
      npyOf([2, 1], [1, 2]),
      npyOf([2], [0, Number.POSITIVE_INFINITY]),
      'y.npy holds Infinity (value 1), with which nothing can be computed. Fill or remove it first.',
      'data.train.y',
    ],
    ['no examples', npyOf([0, 2], []), npyOf([0], []), 'x.npy holds no examples.', 'data.train.x'],
    [
      'a single number',
      npyOf([], [1]),
      npyOf([1], [1]),
      'x.npy has shape (), which is 1 examples',
      'data.train.y',
    ],
  ])('%s', async (_what, badX, badY, message, field) => {
    await expect(load(badX, badY)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      field,
    });
  });

  test.each([
    ['y.npy', npyOfWhole([4], [0, 1, 0, 1])],
    ['y.csv', '0\n1\n0\n1\n'],
  ])('a name after %s, whose array has none', async (file, content) => {
    const named = settings({ train: { x: 'x.npy', y: `${file}#foo` }, ...whole });
    const files = memoryFiles({ 'x.npy': x, [file]: content });
    const { faults } = await describeData(named, files);
    expect(faults).toEqual([
      {
        code: 'missing-dataset',
        severity: 'error',
        field: 'data.train.y',
        message: `What ${file} holds has no name: leave out '#foo'.`,
        suggestions: [file],
      },
    ]);
    await expect(loadData(named, files)).rejects.toThrow(faults[0]!.message);
  });

  test('one class is a warning', async () => {
    const { faults, facts } = await describeBoth(x, npyOfWhole([4], [1, 1, 1, 1]));
    expect(faults[0]).toMatchObject({ code: 'one-class', severity: 'warning', field: 'data.train.y' });
    expect(facts).toBeDefined();
  });

  test('test data of another shape, or with labels outside the classes', async () => {
    const files = (testX: Uint8Array, testY: Uint8Array) =>
      memoryFiles({ 'x.npy': x, 'y.npy': npyOfWhole([4], [0, 1, 2, 0]), 'tx.npy': testX, 'ty.npy': testY });
    const both = settings({ ...named, test: { x: 'tx.npy', y: 'ty.npy' } });
    await expect(loadData(both, files(npyOf([1, 3], [1, 2, 3]), npyOfWhole([1], [0])))).rejects.toMatchObject(
      {
        message: 'tx.npy has examples of shape (3,), but those of x.npy have (2,).',
        field: 'data.test.x',
      },
    );
    await expect(
      loadData(both, files(npyOf([2, 2], [1, 2, 3, 4]), npyOfWhole([2], [0, 7]))),
    ).rejects.toMatchObject({
      message: "The labels of ty.npy hold 7, which isn't among the classes of the training set: 0, 1 and 2.",
      field: 'data.test.y',
    });
  });

  test('a table of numbers may be x or y; a text in it is told with its line', async () => {
    const files = memoryFiles({
      'x.csv': 'a,b\n1,2\n3,4\n',
      'y.csv': '0\n1\n',
      'bad.csv': 'a,b\n1,2\n3,x\n',
    });
    const { train } = await loadData(settings({ train: { x: 'x.csv', y: 'y.csv' }, ...whole }), files);
    expect(inputsOf(train)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(targetsOf(train, 'binary', 1)).toEqual([[0], [1]]);
    await expect(loadData(settings({ train: { x: 'bad.csv', y: 'y.csv' } }), files)).rejects.toThrow(
      "bad.csv, line 3: 'x' in column b isn't a number.",
    );
  });
});

test('the labels’ number is always that of the examples taken', () => {
  const size = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(
      fc.array(size, { minLength: 1, maxLength: 4 }),
      fc.array(size, { minLength: 1, maxLength: 3 }),
      (x, y) => {
        const found = matchExamples(x, y);
        if (!found) return;
        expect(x[found.xTransposed ? 1 : 0]).toBe(found.m);
        expect(found.m * found.n).toBe(y.reduce((a, b) => a * b, 1));
      },
    ),
  );
});
