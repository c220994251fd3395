import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { describeData, loadData } from '../../../src/data/data';
import { inputsOf, targetsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';

const picture = (width: number, height: number, value: number) =>
  encode({ width, height, channels: 1, depth: 8, data: new Uint8Array(width * height).fill(value) });

const pets = {
  'pets/dog/b.png': picture(2, 2, 20),
  'pets/cat/a.png': picture(2, 2, 10),
  'pets/cat/b.PNG': picture(4, 4, 30),
  'pets/cat/notes.txt': 'not a picture',
  'pets/.hidden/x.png': picture(2, 2, 0),
};

describe('a folder of pictures', () => {
  test('has a class for each folder, in the order of letters', async () => {
    const { train, report, preprocessing } = await loadData(
      settings({ images: 'pets', scale: 10, ...whole }),
      memoryFiles(pets),
    );
    expect(report.facts).toMatchObject({
      inputShape: [2, 2, 1],
      inputType: 'uint8',
      examples: { train: 3, test: 0 },
      targets: { n: 1, classes: ['cat', 'dog'], binary: true },
    });
    expect(report.facts?.choices.slice(0, 3)).toEqual([
      'The classes are the folders 0 cat, 1 dog.',
      '1 file is passed over, being no pictures: .txt.',
      'Every picture is scaled to 2 × 2, the size of pets/cat/a.png, grey.',
    ]);
    expect(inputsOf(train)).toEqual([
      [1, 1, 1, 1],
      [3, 3, 3, 3],
      [2, 2, 2, 2],
    ]);
    expect(targetsOf(train, 'binary', 1)).toEqual([[0], [0], [1]]);
    expect(preprocessing.image).toEqual({ height: 2, width: 2, channels: 1 });
    expect(train.shown(1)).toEqual({
      kind: 'image',
      height: 2,
      width: 2,
      channels: 1,
      pixels: [30, 30, 30, 30],
    });
  });

  test('is scaled to the size and channels asked for', async () => {
    const { train } = await loadData(
      settings({ images: 'pets', size: [1, 3], channels: 3, ...whole }),
      memoryFiles(pets),
    );
    expect(train.inputShape).toEqual([1, 3, 3]);
    expect(inputsOf(train)[2]).toEqual(new Array(9).fill(20));
  });

  test('may have a folder of its own for the test set', async () => {
    const files = memoryFiles({ ...pets, 'more/dog/z.png': picture(2, 2, 5) });
    const { test: testSet } = await loadData(settings({ images: 'pets', test: 'more' }), files);
    expect(targetsOf(testSet!, 'binary', 1)).toEqual([[1]]);
  });

  test.each([
    [
      'that isn’t there',
      { images: 'pet' },
      pets,
      'There is no folder pet (looked for /pet). There is pets.',
      'data.images',
    ],
    [
      'that is a file',
      { images: 'pets/cat/a.png' },
      pets,
      'pets/cat/a.png is a file; a folder with one folder of pictures for each class is needed.',
      'data.images',
    ],
    [
      'without folders',
      { images: 'pets/cat' },
      pets,
      'pets/cat holds 2 pictures but no folders: put those of each class into a folder with its name.',
      'data.images',
    ],
    [
      'of folders of folders',
      { images: 'all' },
      { 'all/train/cat/a.png': picture(1, 1, 1) },
      'all has no folders with pictures (GIF, JPEG, PNG and WebP) in them; one for each class is needed (there is train).',
      'data.images',
    ],
    [
      'with a damaged picture',
      { images: 'pets' },
      { ...pets, 'pets/dog/c.png': pets['pets/dog/b.png'].slice(0, 50) },
      "pets/dog/c.png can't be read as PNG: it is cut off. Replace it, or leave it out.",
      'data.images',
    ],
    [
      'with a test class that training lacks',
      { images: 'pets', test: 'more' },
      { ...pets, 'more/cow/z.png': picture(2, 2, 5) },
      "more has 'cow', which isn't among the classes of the training set: cat and dog.",
      'data.test',
    ],
  ])('%s is a fault', async (_what, data, contents, message, field) => {
    await expect(loadData(settings(data), memoryFiles(contents))).rejects.toMatchObject({ message, field });
  });

  test('with one class is a warning', async () => {
    const { faults } = await describeData(
      settings({ images: 'pets' }),
      memoryFiles({ 'pets/cat/a.png': picture(2, 2, 10) }),
    );
    expect(faults[0]).toMatchObject({ code: 'one-class', severity: 'warning' });
  });
});
