import { describe, expect, test } from 'vitest';
import { describeData, loadData } from '../../../src/data/data';
import { inputsOf, targetsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';

const load = (content: string, more: object = {}) =>
  loadData(settings({ file: 'a.csv', target: 'y', ...whole, ...more }), memoryFiles({ 'a.csv': content }));
const report = (content: string, more: object = {}) =>
  describeData(
    settings({ file: 'a.csv', target: 'y', ...whole, ...more }),
    memoryFiles({ 'a.csv': content }),
  );

const lines = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
const repeat = (rows: readonly string[], times: number) => new Array(times).fill(rows).flat() as string[];

describe('columns become inputs', () => {
  test('whatever a column is called', async () => {
    const { preprocessing } = await load(
      lines('constructor,toString,y', ['1,red,0', '3,blue,1', '5,red,0', '9,blue,1']),
    );
    expect(preprocessing.columns).toMatchObject([
      { name: 'constructor', as: 'number', missing: 4.5 },
      { name: 'toString', as: 'one-hot', values: ['blue', 'red'] },
    ]);
  });

  test('numbers as they are, texts one-hot in the order of letters, gaps the mean', async () => {
    const {
      train,
      preprocessing,
      report: told,
    } = await load(lines('a,colour,y', ['1,red,0', ',blue,1', '3,red,0', 'NA,,1', '?,blue,1', '5,red,0']));
    expect(inputsOf(train)).toEqual([
      [1, 0, 1],
      [3, 1, 0],
      [3, 0, 1],
      [3, 0, 0],
      [3, 1, 0],
      [5, 0, 1],
    ]);
    expect(preprocessing.columns).toMatchObject([
      { name: 'a', as: 'number', missing: 3 },
      { name: 'colour', as: 'one-hot', values: ['blue', 'red'] },
    ]);
    expect(told.facts).toMatchObject({
      inputShape: [3],
      inputNames: ['a', 'colour=blue', 'colour=red'],
      choices: [
        'a: 3 gaps filled with the mean of the training set.',
        'colour becomes 2 inputs, one-hot (blue and red); 1 gap all zeros.',
        '6 examples train, no test set.',
      ],
    });
  });

  test('the mean of a gap is that of the training rows alone', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => `${i === 4 ? '' : i * i},${i % 2}`);
    const { train, preprocessing } = await load(lines('a,y', rows), { split: { test: 0.3, seed: 3 } });
    // np.random.RandomState(3).permutation(10) is [5 4 1 2 9 6 7 0 3 8]; the first three are the test set
    expect(inputsOf(train).map(([value]) => value)).toEqual([4, 81, 36, 49, 0, 9, 64]);
    expect(preprocessing.columns).toMatchObject([
      { name: 'a', as: 'number', missing: (4 + 81 + 36 + 49 + 0 + 9 + 64) / 7 },
    ]);
  });

  test('numbers with a comma before the decimals', async () => {
    expect(inputsOf((await load('a;y\n1,5;0\n-2,25;1\n')).train)).toEqual([[1.5], [-2.25]]);
  });

  test('what only counts the rows, and texts that hardly repeat, are left out and named', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i + 1},"name, ${i}",${i * 2},${i % 2}`);
    const { facts } = await report(lines('PassengerId,name,a,y', rows));
    expect(facts?.inputNames).toEqual(['a']);
    expect(facts?.choices.slice(0, 2)).toEqual([
      'PassengerId is left out: it only counts the rows.',
      'name is left out: 30 different texts in 30 rows hardly repeat.',
    ]);
  });

  test('a column that counts up but is no id stays', async () => {
    const { facts } = await report(lines('day,y', ['1,2.5', '2,2.7', '3,2.9', '4,3.3']));
    expect(facts?.inputNames).toEqual(['day']);
  });

  test('between 20 and 1000 texts that repeat often become ranks', async () => {
    const rows = repeat(
      Array.from({ length: 25 }, (_, i) => `s${String(i).padStart(2, '0')},${i % 2}`),
      12,
    );
    const { train, report: told } = await load(lines('state,y', rows));
    expect(inputsOf(train)[24]).toEqual([24]);
    expect(told.facts?.choices).toContain(
      'state has 25 different texts, so each becomes its rank by letters.',
    );
  });

  test('an empty column is left out', async () => {
    const { facts } = await report(lines('a,b,y', ['1,,0', '2,,1']));
    expect(facts?.inputNames).toEqual(['a']);
    expect(facts?.choices).toContain('b is left out: it is empty.');
  });

  test('roles that are asked for are kept', async () => {
    const rows = ['1,x,7,0', '2,y,7,1', '3,z,8,1', '1,x,8,0'];
    const columns = { a: 'one-hot', b: 'ordinal', c: 'ignore' };
    const { train } = await load(lines('a,b,c,y', rows), { columns });
    expect(inputsOf(train)).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 1],
      [0, 0, 1, 2],
      [1, 0, 0, 0],
    ]);
  });

  test('a gap in an ordinal column has a rank of its own', async () => {
    const { train } = await load(lines('b,y', ['x,0', ',1', 'w,1']), { columns: { b: 'ordinal' } });
    expect(inputsOf(train)).toEqual([[2], [0], [1]]);
  });
});

describe('the target', () => {
  test('texts are classes in the order of letters', async () => {
    const { train } = await load(lines('a,y', ['1,no', '2,yes', '3,no']));
    expect(train.targets).toEqual({ n: 1, classes: ['no', 'yes'], binary: true, oneHot: false });
    expect(targetsOf(train, 'binary', 1)).toEqual([[0], [1], [0]]);
    expect(targetsOf(train, 'one-hot', 2)).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(train.truth(1)).toBe('yes');
  });

  test('few whole numbers that come again are classes, kept as numbers where a loss wants those', async () => {
    const { train } = await load(lines('a,y', ['1,3', '2,5', '3,5.0', '4,3', '5,8', '6,8']));
    expect(train.targets.classes).toEqual(['3', '5', '8']);
    expect(targetsOf(train, 'numbers', 1)).toEqual([[3], [5], [5], [3], [8], [8]]);
    expect(targetsOf(train, 'one-hot', 3)[2]).toEqual([0, 1, 0]);
  });

  test('other numbers are to be predicted', async () => {
    const { train } = await load(lines('a,y', ['1,3.5', '2,4.5', '3,4.5']));
    expect(train.targets).toEqual({ n: 1, binary: false, oneHot: false });
    expect(targetsOf(train, 'numbers', 1)).toEqual([[3.5], [4.5], [4.5]]);
  });

  test('numbers stay numbers where that is asked for', async () => {
    const { train } = await load(lines('a,y', ['1,3', '2,5', '3,5', '4,3']), { columns: { y: 'number' } });
    expect(train.targets.classes).toBeUndefined();
  });

  test('rows without it are left out, and that is said', async () => {
    const { train, report: told } = await load(lines('a,y', ['1,0', '2,', '3,1', '4,NA', '5,1']));
    expect(inputsOf(train)).toEqual([[1], [3], [5]]);
    expect(told.facts?.choices[0]).toBe('2 rows without a value of y are left out.');
  });

  test('several columns of numbers', async () => {
    const { train } = await load(lines('a,y,z', ['1,0.5,2', '2,1.5,3']), { target: ['y', 'z'] });
    expect(train.targets).toEqual({ n: 2, binary: false, oneHot: false });
    expect(targetsOf(train, 'numbers', 2)).toEqual([
      [0.5, 2],
      [1.5, 3],
    ]);
    expect(train.inputs.names).toEqual(['a']);
  });

  test('one class is a warning', async () => {
    const { faults } = await report(lines('a,y', ['1,cat', '2,cat']));
    expect(faults).toEqual([
      {
        code: 'one-class',
        severity: 'warning',
        field: 'data.target',
        message: "Every row has 'cat' in the target y, so there is nothing to tell apart.",
      },
    ]);
  });
});

describe('a test table of its own', () => {
  const loadBoth = (train: string, test: string) =>
    loadData(
      settings({ file: 'a.csv', test: 'b.csv', target: 'y' }),
      memoryFiles({ 'a.csv': train, 'b.csv': test }),
    );
  const train = lines('a,colour,y', ['1,red,no', '2,blue,yes', '4,red,no']);

  test('is read in the terms of the training table, its columns in any order', async () => {
    const { test: testSet, report: told } = await loadBoth(
      train,
      lines('y,colour,a', ['yes,green,7', 'no,red,']),
    );
    expect(inputsOf(testSet!)).toEqual([
      [7, 0, 0],
      [7 / 3, 0, 1],
    ]);
    expect(targetsOf(testSet!, 'binary', 1)).toEqual([[1], [0]]);
    expect(told.facts?.examples).toEqual({ train: 3, test: 2 });
    expect(told.facts?.choices).toContain(
      "'green' in colour of b.csv isn't there in the training set; it becomes all zeros.",
    );
  });

  test.each([
    [
      'a class that training lacks',
      lines('a,colour,y', ['1,red,maybe']),
      "b.csv has 'maybe' in y, not among the classes of the training set: no and yes.",
    ],
    ['a missing column', lines('a,y', ['1,no']), 'b.csv lacks 1 column of a.csv: colour.'],
    ['no rows', 'a,colour,y\n', 'b.csv holds no rows with a value of y.'],
  ])('%s is a fault of data.test', async (_what, test, message) => {
    await expect(loadBoth(train, test)).rejects.toMatchObject({ message, field: 'data.test' });
  });
});

describe('faults', () => {
  test.each([
    [
      'a missing target',
      'a,why\n1,2\n',
      {},
      "a.csv has no column 'y'. Its columns are a and why.",
      'data.target',
    ],
    [
      'a missing column role',
      'a,y\n1,2\n',
      { columns: { b: 'ignore' } },
      "a.csv has no column 'b'. Its columns are a and y.",
      'data.columns.b',
    ],
    ['only a header', 'a,y\n', {}, 'a.csv holds no rows below its header.', 'data.file'],
    ['only the target', 'y\n1\n0\n', {}, 'There is no column beside y to learn from.', 'data.file'],
    [
      'no value of the target',
      'a,y\n1,\n2,NA\n',
      { header: true },
      'No row of a.csv has a value of y.',
      'data.target',
    ],
    [
      'a text asked to be a number',
      'a,y\n1,0\nx,1\n',
      { columns: { a: 'number' } },
      "a.csv, line 3: 'x' in column a isn't a number, so it can't be read as one.",
      'data.columns.a',
    ],
    [
      'texts as several targets',
      'a,y,z\n1,2,x\n',
      { target: ['y', 'z'] },
      "Several targets have to be columns of numbers, but z holds 'x'. Name one column of classes instead.",
      'data.target',
    ],
    [
      'a target that names rows',
      lines('a,y', ['1,p', '2,q', '3,r', '4,s']),
      {},
      'The target y has 4 different texts in 4 rows, so it names rows, not classes. Take another column.',
      'data.target',
    ],
  ])('%s', async (_what, content, more, message, field) => {
    const { faults, facts } = await report(content, more);
    expect(faults[0]).toMatchObject({ severity: 'error', message, field });
    expect(facts).toBeUndefined();
    await expect(load(content, more)).rejects.toMatchObject({ message, field });
  });

  test('a slip among numbers is told with its line', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i === 30 ? '3o' : i / 4},${i % 2}`);
    await expect(load(lines('a,y', rows))).rejects.toThrow(
      "a.csv, line 32: '3o' in column a isn't a number, while nearly all others are.",
    );
  });

  test('the likest column is suggested first', async () => {
    const { faults } = await report('petal,sepal,clas\n1,2,3\n', { target: 'class' });
    expect(faults[0]?.suggestions).toEqual(['clas', 'petal', 'sepal']);
  });
});
