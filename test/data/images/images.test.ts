import { encode as encodePng, type ImageData } from 'fast-png';
import { zlibSync } from 'fflate';
import { encode as encodeJpeg } from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { withChannels } from '../../../src/data/images/picture';
import { readImage } from '../../../src/data/images/readImage';
import { resize } from '../../../src/data/images/resize';

const png = (image: ImageData, options = {}) => encodePng(image, options);

/** A PNG with the given chunks; checksums are left 0, which decoders may ignore. */
function pngOf(width: number, height: number, data: Uint8Array, depth = 8, colour = 0): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([depth, colour, 0, 0, 0], 8);
  const chunk = (type: string, content: Uint8Array) => {
    const bytes = new Uint8Array(12 + content.length);
    new DataView(bytes.buffer).setUint32(0, content.length);
    bytes.set(new TextEncoder().encode(type), 4);
    bytes.set(content, 8);
    return bytes;
  };
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  ];
  return Uint8Array.from(parts.flatMap(part => Array.from(part)));
}

describe('PNG', () => {
  test.each([
    ['grey', 1, [0, 50, 100, 255], 1, [0, 50, 100, 255]],
    ['grey with transparency', 2, [0, 9, 50, 9, 100, 9, 255, 9], 1, [0, 50, 100, 255]],
    ['colour', 3, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 3, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    [
      'colour with transparency',
      4,
      [1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0, 10, 11, 12, 0],
      3,
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    ],
  ])('%s', (_what, channels, data, kept, pixels) => {
    for (const interlace of ['null', 'Adam7']) {
      const bytes = png(
        { width: 2, height: 2, channels, depth: 8, data: Uint8Array.from(data) },
        { interlace },
      );
      expect(readImage(bytes, 'a.png')).toEqual({
        width: 2,
        height: 2,
        channels: kept,
        pixels: Uint8Array.from(pixels),
      });
    }
  });

  test('16 bits become 8', () => {
    const bytes = png({ width: 2, height: 1, channels: 1, depth: 16, data: Uint16Array.of(0x12ff, 0xff00) });
    expect(readImage(bytes, 'a.png').pixels).toEqual(Uint8Array.of(0x12, 0xff));
  });

  test.each([
    [1, [0b1010_0000], [255, 0, 255]],
    [2, [0b00_01_11_00], [0, 85, 255]],
    [4, [0x0f, 0x80], [0, 255, 136]],
  ])('%i bits become 8', (depth, row, pixels) => {
    const bytes = pngOf(3, 1, zlibSync(Uint8Array.from([0, ...row])), depth);
    expect(Array.from(readImage(bytes, 'a.png').pixels)).toEqual(pixels);
  });

  test('of 60000 × 60000 pixels is refused by its header', () => {
    expect(() => readImage(pngOf(60_000, 60_000, new Uint8Array(10)), 'a.png')).toThrow(
      'a.png is 60000 × 60000 pixels; pictures of up to 64 million pixels can be read.',
    );
  });

  test('that unpacks to more than its size says is refused', () => {
    const bomb = pngOf(4, 4, zlibSync(new Uint8Array(10_000_000), { level: 1 }));
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => readImage(bomb, 'a.png')).toThrow(
      "a.png can't be read as PNG: it unpacks to far more than its size says.",
    );
  });

  test.each([0, 1, 8, 20, 33, 45, 60])('cut off after %i bytes is a fault', length => {
    const bytes = png({
      width: 20,
      height: 20,
      channels: 1,
      depth: 8,
      data: Uint8Array.from({ length: 400 }, (_, i) => i % 251),
    });
    expect(() => readImage(bytes.slice(0, length), 'a.png')).toThrow(
      /^a\.png (can't be read as PNG|isn't a picture)/,
    );
  });
});

describe('JPEG', () => {
  const picture = { width: 16, height: 8, data: new Uint8Array(16 * 8 * 4).fill(200) };
  const bytes = new Uint8Array(encodeJpeg(picture, 90).data);

  test('comes out nearly as it went in', () => {
    const found = readImage(bytes, 'a.jpg');
    expect(found).toMatchObject({ width: 16, height: 8, channels: 3 });
    expect(found.pixels).toHaveLength(16 * 8 * 3);
    expect(found.pixels.every(value => Math.abs(value - 200) <= 2)).toBe(true);
  });

  test('that claims 60000 × 60000 pixels is refused by its header', () => {
    const claims = bytes.slice();
    const frame = claims.findIndex((byte, i) => byte === 0xff && claims[i + 1] === 0xc0);
    new DataView(claims.buffer).setUint16(frame + 5, 60_000);
    new DataView(claims.buffer).setUint16(frame + 7, 60_000);
    expect(() => readImage(claims, 'a.jpg')).toThrow('a.jpg is 60000 × 60000 pixels');
  });

  test('cut off is a fault or a picture of its size', () => {
    for (let length = 3; length < bytes.length; length += 7) {
      try {
        expect(readImage(bytes.slice(0, length), 'a.jpg')).toMatchObject({ width: 16, height: 8 });
      } catch (error) {
        expect(error).toMatchObject({ name: 'DataError', message: expect.stringMatching(/^a\.jpg /) });
      }
    }
  });
});

test('what is no picture says so', () => {
  expect(() => readImage(new TextEncoder().encode('GIF89a'), 'a.gif')).toThrow(
    "a.gif isn't a picture of a known format (JPEG and PNG).",
  );
});

describe('resize', () => {
  const grey = (width: number, height: number, pixels: readonly number[]) => ({
    width,
    height,
    channels: 1 as const,
    pixels: Uint8Array.from(pixels),
  });

  test('shrinks to the mean of the area', () => {
    expect(resize(grey(4, 2, [0, 10, 100, 200, 20, 30, 100, 0]), 2, 1).pixels).toEqual(
      Uint8Array.of(15, 100),
    );
    expect(Array.from(resize(grey(3, 1, [0, 90, 180]), 2, 1).pixels)).toEqual([30, 150]);
  });

  test('grows between the neighbours', () => {
    expect(Array.from(resize(grey(2, 1, [0, 100]), 4, 1).pixels)).toEqual([0, 25, 75, 100]);
    expect(Array.from(resize(grey(1, 1, [7]), 3, 2).pixels)).toEqual([7, 7, 7, 7, 7, 7]);
  });

  test('keeps one colour one colour, whatever the sizes', () => {
    for (const [width, height] of [
      [1, 1],
      [3, 7],
      [5, 5],
      [16, 2],
      [100, 33],
    ] as const) {
      const colour = { width: 9, height: 5, channels: 3 as const, pixels: new Uint8Array(135).fill(123) };
      expect(resize(colour, width, height).pixels).toEqual(new Uint8Array(width * height * 3).fill(123));
    }
  });
});

test('grey is the luma of the colours, as Pillow has it', () => {
  // Image.new('RGB', (4, 1)) with these pixels, .convert('L') in Pillow gives 76, 150, 29 and 255
  const colours = {
    width: 4,
    height: 1,
    channels: 3 as const,
    pixels: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255),
  };
  expect(Array.from(withChannels(colours, 1).pixels)).toEqual([76, 150, 29, 255]);
  expect(Array.from(withChannels(withChannels(colours, 1), 3).pixels).slice(0, 6)).toEqual([
    76, 76, 76, 150, 150, 150,
  ]);
});
