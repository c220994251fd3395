import { describe, expect, test } from 'vitest';
import { orientationOf } from '../../../src/data/images/orientation';
import { readImage } from '../../../src/data/images/readImage';
import { goldenFile, goldenPictures } from './goldenPictures';

/** Pillow turns the colours of inks into red, green and blue, and shows the first frame of an animated WebP. */
const refused = ['cmyk.jpg', 'animated.webp'];
const read = goldenPictures.filter(({ name }) => !refused.includes(name));
const isLossy = (name: string) => name.endsWith('.jpg') || name === 'lossy.webp';

function differences(a: Uint8Array, b: Uint8Array): { mean: number; largest: number } {
  expect(a).toHaveLength(b.length);
  let [sum, largest] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i]! - b[i]!);
    sum += difference;
    largest = Math.max(largest, difference);
  }
  return { mean: sum / a.length, largest };
}

test('sixty JPEG files are recorded, of all kinds that cameras and programs write', () => {
  const names = read.map(({ name }) => name).filter(name => /^(?!orientation).*\.jpg$/.test(name));
  expect(names).toHaveLength(60);
  for (const kind of ['4:4:4', '4:2:2', '4:2:0', 'progressive', 'restart', 'grey', 'rgb', '1x1', '17x13'])
    expect(names.filter(name => name.includes(kind)).length).toBeGreaterThan(1);
});

test.each(read)('$name is read as Pillow reads it', async ({ name, file, picture }) => {
  const found = await readImage(file, name);
  expect({ ...found, pixels: [] }).toEqual({ ...picture, pixels: [] });
  const { mean, largest } = differences(found.pixels, picture.pixels);
  if (isLossy(name)) {
    expect(mean).toBeLessThanOrEqual(1);
    expect(largest).toBeLessThanOrEqual(3);
  } else expect(largest).toBe(0);
});

test.each([
  ['cmyk.jpg', "cmyk.jpg can't be read as JPEG: its colours are four inks (CMYK); save it in RGB."],
  ['animated.webp', "animated.webp can't be read as WebP: it is animated; save its first picture as PNG."],
])('%s is refused by name', async (name, message) => {
  const { file } = goldenPictures.find(picture => picture.name === name)!;
  await expect(readImage(file, name)).rejects.toThrow(message);
});

describe('a file that is cut off anywhere', () => {
  // the end mark of JPEG and GIF is no loss
  test.each([
    '75 4:2:0 24x20.jpg',
    '30 4:2:0 progressive 9x1.jpg',
    'lossless.webp',
    'colours.gif',
    'palette.png',
  ])('%s is a fault, never a picture with its rest painted over', async wanted => {
    const { file, name } = goldenPictures.find(({ name }) => name === wanted) ?? goldenPictures[0]!;
    for (let length = 0; length < file.length - 2; length += 1 + Math.floor(file.length / 60))
      await expect(readImage(file.slice(0, length), name)).rejects.toMatchObject({ name: 'DataError' });
  });
});

test.each([undefined, 0, 9, 1.5, 65536])('orientation %s means upright', value => {
  expect(orientationOf(value)).toBe(1);
});

describe('a picture that isn’t what it was', () => {
  test('is refused where one bit makes its palette a chunk that isn’t known', async () => {
    for (const bit of [0, 3, 5, 6]) {
      const bytes = goldenFile('palette.png');
      const at = Buffer.from(bytes).indexOf('PLTE');
      bytes[at]! ^= 1 << bit;
      await expect(readImage(bytes, 'a.png')).rejects.toThrow(
        "a.png can't be read as PNG: its checksum is wrong.",
      );
    }
  });

  test('is refused where a few bytes claim millions of pixels of WebP, before they are decoded', async () => {
    const bytes = goldenFile('lossy.webp');
    const view = new DataView(bytes.buffer);
    for (const at of [26, 28]) view.setUint16(at, 5000, true);
    await expect(readImage(bytes, 'a.webp')).rejects.toThrow('it says 5000 × 5000 pixels, more than');
  });
});
