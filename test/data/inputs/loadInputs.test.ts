import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { loadData, loadInputs } from '../../../src/data/data';
import { inputsOf, targetsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { npyOf } from '../npyBytes';
import { settings, whole } from '../settings';

const table = 'a,colour,kind\n1,red,no\n2,blue,yes\n6,red,no\n,blue,yes\n';
/** What training on the table learns, after a trip through JSON as a run folder keeps it. */
async function learnt(more: object = {}) {
  const data = settings({ file: 'a.csv', target: 'kind', ...whole, ...more });
  const { preprocessing } = await loadData(data, memoryFiles({ 'a.csv': table }));
  return JSON.parse(JSON.stringify(preprocessing)) as typeof preprocessing;
}

describe('inputs of a network trained on a table', () => {
  test('the table itself gives the very inputs of training', async () => {
    const data = settings({
      file: 'a.csv',
      target: 'kind',
      standardise: true,
      normaliseRows: true,
      ...whole,
    });
    const files = memoryFiles({ 'a.csv': table });
    const { train, preprocessing } = await loadData(data, files);
    const { dataset } = await loadInputs({ file: 'a.csv' }, preprocessing, files);
    expect(inputsOf(dataset)).toEqual(inputsOf(train));
    expect(targetsOf(dataset, 'binary', 1)).toEqual(targetsOf(train, 'binary', 1));
  });

  test('columns in another order, others beside them, without the target', async () => {
    const files = memoryFiles({ 'b.csv': 'colour,note,a\nblue,x,4\nred,y,\n' });
    const { dataset, columns, row, notes } = await loadInputs({ file: 'b.csv' }, await learnt(), files);
    expect(inputsOf(dataset)).toEqual([
      [4, 1, 0],
      [3, 0, 1],
    ]);
    expect(columns).toEqual(['colour', 'note', 'a']);
    expect(row(1)).toEqual(['red', 'y', '']);
    expect(dataset.truth(0)).toBeUndefined();
    expect(notes).toEqual([
      "b.csv has 1 column that the training hadn't: note. It is passed over.",
      "b.csv, line 3: no value for a, so the training set's mean is taken.",
    ]);
  });

  test('gaps alike are told of in one sentence', async () => {
    const files = memoryFiles({ 'c.csv': 'a,b,c,y\n1,2,3,yes\n2,4,5,no\n', 'd.csv': 'a,b,c\n,,1\n1,,2\n' });
    const { preprocessing } = await loadData(settings({ file: 'c.csv', target: 'y', ...whole }), files);
    const typed = await loadInputs({ rows: [['', '', '']] }, preprocessing, files);
    expect(typed.notes).toEqual(["The row: no value for a, b and c, so the training set's means are taken."]);
    const file = await loadInputs({ file: 'd.csv' }, preprocessing, files);
    expect(file.notes).toEqual([
      "d.csv, line 2: no value for a, so the training set's mean is taken.",
      "d.csv, line 2: no value for b, so the training set's mean is taken (and 1 more row).",
    ]);
  });

  test('the truth is told where the target is there', async () => {
    const files = memoryFiles({ 'b.csv': 'a,colour,kind\n1,red,yes\n2,red,\n3,red,other\n' });
    const { dataset } = await loadInputs({ file: 'b.csv' }, await learnt(), files);
    expect([0, 1, 2].map(i => dataset.truth(i))).toEqual(['yes', undefined, undefined]);
  });

  test('a name that differs only in capitals is hinted at', async () => {
    const files = memoryFiles({ 'b.csv': 'A,colour,note\n1,red,x\n', 'c.csv': 'A,Colour \n1,red\n' });
    const terms = await learnt();
    await expect(loadInputs({ file: 'b.csv' }, terms, files)).rejects.toThrow(
      "b.csv has 3 columns (A, colour and note), but the network takes 2; missing are a. Capitals count: 'A' is to be called 'a'.",
    );
    await expect(loadInputs({ file: 'c.csv' }, terms, files)).rejects.toThrow(
      "Capitals count: 'A' is to be called 'a' and 'Colour' is to be called 'colour'.",
    );
  });

  test('without a header the columns are taken as they come', async () => {
    const { dataset } = await loadInputs(
      { file: 'b.csv' },
      await learnt(),
      memoryFiles({ 'b.csv': '4,blue\n5,red\n' }),
    );
    expect(inputsOf(dataset)).toEqual([
      [4, 1, 0],
      [5, 0, 1],
    ]);
  });

  test('typed rows, a text that is new becoming zeros', async () => {
    const { dataset, notes, columns } = await loadInputs(
      {
        rows: [
          [4, 'blue'],
          ['5', 'pink'],
        ],
      },
      await learnt(),
      memoryFiles({}),
    );
    expect(inputsOf(dataset)).toEqual([
      [4, 1, 0],
      [5, 0, 0],
    ]);
    expect(columns).toEqual(['a', 'colour']);
    expect(notes).toEqual(["Row 2: 'pink' in colour wasn't there in training, so it becomes all zeros."]);
    expect(dataset.shown(0)).toEqual({
      kind: 'row',
      names: ['a', 'colour=blue', 'colour=red'],
      values: [4, 1, 0],
    });
  });

  test.each([
    ['too few typed values', { rows: [[1]] }, 'The row has 1 value, but the network takes 2: a and colour.'],
    ['a typed text for a number', { rows: [['x', 'red']] }, "The row: 'x' in column a isn't a number."],
    [
      'a missing column',
      { file: 'short.csv' },
      'short.csv has 1 column (a), but the network takes 2; missing are colour.',
    ],
    [
      'too many columns',
      { file: 'wide.csv' },
      'Each row of wide.csv has 5 values, but the network takes 2: a and colour.',
    ],
    ['no rows', { file: 'empty.csv' }, 'empty.csv holds no rows to predict.'],
    ['a text for a number', { file: 'text.csv' }, "text.csv, line 2: 'x' in column a isn't a number."],
    [
      'a picture',
      { file: 'a.png' },
      'a.png is a picture, but the network takes examples of shape (3,), not pictures.',
    ],
    ['a name in a table', { file: 'wide.csv#x' }, "What wide.csv holds has no name: leave out '#x'."],
    [
      'a folder',
      { file: 'folder' },
      'folder is a folder, and only pictures are read from a folder; the network takes examples of shape (3,): name a file with them.',
    ],
    ['no file', { file: 'wid.csv' }, 'There is no file wid.csv (looked for /wid.csv). There is wide.csv'],
  ])('%s is a fault', async (_what, source, message) => {
    const files = memoryFiles({
      'short.csv': 'a\n1\n',
      'wide.csv': '1,2,3,4,5\n',
      'empty.csv': 'a,colour\n',
      'text.csv': 'a,colour\nx,red\n',
      'folder/notes.txt': '',
      'a.png': encode({ width: 1, height: 1, channels: 1, depth: 8, data: new Uint8Array(1) }),
    });
    const found = loadInputs(source, await learnt(), files);
    await expect(found).rejects.toMatchObject({
      name: 'DataError',
      message: expect.stringContaining(message),
    });
  });

  test('an ordinal text that training lacks is a fault that names those it had', async () => {
    const preprocessing = await learnt({ columns: { colour: 'ordinal' } });
    const found = loadInputs({ rows: [[1, 'pink']] }, preprocessing, memoryFiles({}));
    await expect(found).rejects.toThrow(
      "The row: 'pink' in column colour wasn't there in training, which had 'blue' and 'red'.",
    );
  });
});

describe('inputs of a network trained on arrays', () => {
  const learntFrom = async (shape: readonly number[], more: object = {}) => {
    const size = shape.reduce((a, b) => a * b, 1);
    const files = memoryFiles({
      'x.npy': npyOf([2, ...shape], new Array(2 * size).fill(1)),
      'y.npy': npyOf([2], [0, 1]),
    });
    return (await loadData(settings({ train: { x: 'x.npy', y: 'y.npy' }, ...whole, ...more }), files))
      .preprocessing;
  };

  test.each([
    [
      '(m, n_x)',
      [2, 3],
      [1, 2, 3, 4, 5, 6],
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      '(n_x, m)',
      [3, 2],
      [1, 4, 2, 5, 3, 6],
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ['one example (n_x,)', [3], [1, 2, 3], [[1, 2, 3]]],
  ])('%s', async (_what, shape, values, expected) => {
    const { dataset } = await loadInputs(
      { file: 'a.npy' },
      await learntFrom([3]),
      memoryFiles({ 'a.npy': npyOf(shape, values) }),
    );
    expect(inputsOf(dataset)).toEqual(expected);
  });

  test('another width says both', async () => {
    const found = loadInputs(
      { file: 'a.npy' },
      await learntFrom([3]),
      memoryFiles({ 'a.npy': npyOf([2, 4], new Array(8).fill(0)) }),
    );
    await expect(found).rejects.toThrow(
      'a.npy has shape (2, 4), but the network takes examples of shape (3,), 3 values each.',
    );
  });

  test('a table of numbers, and typed rows', async () => {
    const files = memoryFiles({ 'a.csv': '1,2,3\n4,5,6\n' });
    expect(inputsOf((await loadInputs({ file: 'a.csv' }, await learntFrom([3]), files)).dataset)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(
      inputsOf((await loadInputs({ rows: [[1, 2, 3]] }, await learntFrom([3], { scale: 2 }), files)).dataset),
    ).toEqual([[0.5, 1, 1.5]]);
  });

  test('a picture is scaled to the network’s', async () => {
    const bytes = encode({ width: 4, height: 4, channels: 3, depth: 8, data: new Uint8Array(48).fill(51) });
    const files = memoryFiles({ 'a.png': bytes, 'many/b.png': bytes, 'many/a.png': bytes });
    const preprocessing = await learntFrom([2, 2, 3], { scale: 255 });
    const { dataset } = await loadInputs({ file: 'a.png' }, preprocessing, files);
    expect(inputsOf(dataset)).toEqual([new Array(12).fill(0.2)]);
    const folder = await loadInputs({ file: 'many' }, preprocessing, files);
    expect(folder.dataset.m).toBe(2);
    expect(folder.row(0)).toEqual(['many/a.png']);
  });

  test('of a folder of folders one has to be named', async () => {
    const bytes = encode({ width: 2, height: 2, channels: 3, depth: 8, data: new Uint8Array(12) });
    const files = memoryFiles({ 'all/cat/1.png': bytes, 'all/dog/1.png': bytes });
    const { preprocessing } = await loadData(settings({ images: 'all', ...whole }), files);
    await expect(loadInputs({ file: 'all' }, preprocessing, files)).rejects.toThrow(
      'all holds no pictures (GIF, JPEG, PNG and WebP) itself. Of the folders in it, name one: all/cat and all/dog.',
    );
  });
});
