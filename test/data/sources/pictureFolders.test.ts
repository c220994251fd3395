import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits } from '../../../src/core/network/edit';
import { describeData, loadData } from '../../../src/data/data';
import { loadInputs } from '../../../src/data/inputs/loadInputs';
import { goldenFile, goldenPictures } from '../images/goldenPictures';
import { inputsOf } from '../inputsOf';
import { memoryFiles } from '../memoryFiles';
import { settings, whole } from '../settings';

const picture = (value: number) =>
  encode({ width: 2, height: 2, channels: 1, depth: 8, data: new Uint8Array(4).fill(value) });
const pets = { 'pets/cat/a.png': picture(10), 'pets/cat/b.png': picture(30), 'pets/dog/c.png': picture(20) };
const cut = (bytes: Uint8Array) => bytes.slice(0, bytes.length - 30);

/** Damaged in the middle, with a whole header and a whole end: only decoding tells. */
function brokenInside(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  changed[changed.length - 22]! ^= 0xff;
  return changed;
}

const choicesOf = async (data: object, contents: Record<string, Uint8Array | string>) =>
  (await describeData(settings(data as never), memoryFiles(contents))).facts?.choices ?? [];

describe('a picture that lies on its side', () => {
  const upright = goldenPictures.find(({ name }) => name === 'orientation 6.png')!;

  test.each(['png', 'jpg', 'webp'])('enters upright: %s', async extension => {
    const { file, picture: expected } = goldenPictures.find(
      ({ name }) => name === `orientation 6.${extension}`,
    )!;
    const { train, report } = await loadData(
      settings({ images: 'p', ...whole }),
      memoryFiles({ [`p/a/1.${extension}`]: file, [`p/b/1.${extension}`]: file }),
    );
    expect(report.facts?.inputShape).toEqual([expected.height, expected.width, 3]);
    expect(expected.height).toBeGreaterThan(expected.width);
    expect(report.facts?.choices).toContain(
      `2 pictures are turned upright, as their EXIF says: p/a/1.${extension} and p/b/1.${extension}.`,
    );
    if (extension !== 'jpg') expect(inputsOf(train)[0]).toEqual(Array.from(expected.pixels));
  });

  test('enters upright in a prediction too', async () => {
    const files = memoryFiles({
      'p/a/1.png': upright.file,
      'p/b/1.png': upright.file,
      'one.png': upright.file,
    });
    const { preprocessing } = await loadData(settings({ images: 'p', ...whole }), files);
    const { dataset } = await loadInputs({ file: 'one.png' }, preprocessing, files);
    expect(inputsOf(dataset)[0]).toEqual(Array.from(upright.picture.pixels));
  });

  test('is nothing to speak of where it lies upright', async () => {
    const file = goldenFile('orientation 1.jpg');
    expect((await choicesOf({ images: 'p' }, { 'p/a/1.jpg': file, 'p/b/1.jpg': file })).join()).not.toContain(
      'EXIF',
    );
  });
});

describe('what is in the folders and isn’t read', () => {
  test('is counted and named, but for what systems leave there', async () => {
    const choices = await choicesOf(
      { images: 'pets', test: 'more' },
      {
        ...pets,
        'pets/cat/._a.png': 'a resource fork',
        'pets/cat/Thumbs.db': 'x',
        'pets/dog/.DS_Store': 'x',
        'pets/dog/desktop.ini': 'x',
        'pets/__MACOSX/cat/._a.png': 'x',
        'pets/cat/1.heic': 'x',
        'pets/cat/2.HEIC': 'x',
        'pets/dog/3.avif': 'x',
        'pets/dog/names.txt': 'x',
        'pets/dog/puppies/1.png': picture(1),
        'pets/bird/1.tiff': 'x',
        'pets/loose.png': picture(1),
        'more/cat/d.png': picture(1),
        'more/cat/d.txt': 'x',
      },
    );
    expect(choices.slice(0, 7)).toEqual([
      'The classes are the folders 0 cat, 1 dog.',
      '4 files are left out: .tiff, .heic and .avif can’t be read. Convert to PNG or JPEG.',
      '1 file is passed over, being no pictures: .txt.',
      '1 picture of pets lies in no folder of a class and is left out.',
      'bird holds no pictures that are read, so it is no class.',
      '1 folder inside those of the classes isn’t looked into: dog/puppies.',
      'In more: 1 file is passed over, being no pictures: .txt.',
    ]);
  });

  test('animations and 16 bits are said', async () => {
    const deep = encode({
      width: 2,
      height: 2,
      channels: 1,
      depth: 16,
      data: Uint16Array.of(1, 256, 512, 65535),
    });
    const contents = {
      'p/a/1.gif': goldenFile('animated.gif'),
      'p/a/2.png': deep,
      'p/b/1.png': goldenFile('animated.png'),
    };
    const choices = await choicesOf({ images: 'p' }, contents);
    expect(choices).toContain(
      '2 pictures hold several pictures; the first is taken: p/a/1.gif and p/b/1.png.',
    );
    expect(choices).toContain('1 picture has 16 bits a colour; the upper 8 are taken: p/a/2.png.');
  });
});

describe('a picture that can’t be read', () => {
  const text = `{
  "data": { "images": "pets" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "flatten", "type": "flatten" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`;

  test('is marked before a training, and left out with one press', async () => {
    const files = memoryFiles({
      ...pets,
      'pets/cat/b.png': cut(pets['pets/cat/b.png']),
      'pets/dog/d.jpg': 'Not found',
    });
    const report = await describeData(settings({ images: 'pets' }), files);
    expect(report.facts?.inputShape).toEqual([2, 2, 1]);
    const { problems } = analyze(text, report);
    const problem = problems.find(({ code }) => code === 'bad-picture')!;
    expect(problem.message).toBe(
      "pets/cat/b.png can't be read as PNG: it is cut off. Nor can pets/dog/d.jpg. Replace them, or leave them out.",
    );
    expect(problem.fixes.map(({ title }) => title)).toEqual(['Leave out these 2 pictures']);

    const mended = applyTextEdits(text, problem.fixes[0]!.edits);
    expect(JSON.parse(mended).data).toEqual({
      images: 'pets',
      leaveOut: ['pets/cat/b.png', 'pets/dog/d.jpg'],
    });
    const { train, report: loaded } = await loadData(
      settings({ ...JSON.parse(mended).data, ...whole }),
      files,
    );
    expect(train.m).toBe(2);
    expect(loaded.facts?.choices).toContain(
      '2 pictures are left out, as leaveOut says: pets/cat/b.png and pets/dog/d.jpg.',
    );
    expect(loaded.faults).toEqual([]);
  });

  test('and shows it only to who decodes it ends the training with the same sentence and the same way out', async () => {
    const jpeg = goldenFile('75 4:2:0 24x20.jpg');
    const broken = goldenFile('palette.png');
    const files = memoryFiles({ ...pets, 'pets/cat/d.png': brokenInside(broken), 'pets/dog/e.jpg': jpeg });
    expect((await describeData(settings({ images: 'pets' }), files)).faults).toEqual([]);
    await expect(
      loadData(settings({ images: 'pets', leaveOut: ['pets/cat/a.png'] }), files),
    ).rejects.toMatchObject({
      code: 'bad-picture',
      field: 'data.images',
      message: expect.stringMatching(
        /^pets\/cat\/d\.png can't be read as PNG: .* Replace it, or leave it out\.$/,
      ),
      fixes: [
        {
          title: 'Leave out pets/cat/d.png',
          path: ['data', 'leaveOut'],
          value: ['pets/cat/a.png', 'pets/cat/d.png'],
        },
      ],
    });
  });

  test('is the only one there: that is said, with the same way out', async () => {
    const { faults } = await describeData(
      settings({ images: 'pets' }),
      memoryFiles({ 'pets/cat/a.png': 'x' }),
    );
    expect(faults.map(({ code }) => code)).toEqual(['bad-picture', 'one-class']);
  });

  test('and is left out, but isn’t there, is a warning', async () => {
    const { faults } = await describeData(
      settings({ images: 'pets', leaveOut: ['pets/cat/z.png'] }),
      memoryFiles(pets),
    );
    expect(faults).toEqual([
      {
        code: 'missing-data-file',
        severity: 'warning',
        field: 'data.leaveOut',
        message: 'There is no picture pets/cat/z.png, so leaving it out does nothing.',
      },
    ]);
  });
});
