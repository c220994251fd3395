import { encode as encodePng, type ImageData } from 'fast-png';
import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { withChannels } from '../../../src/data/images/picture';
import { readImage } from '../../../src/data/images/readImage';
import { resize } from '../../../src/data/images/resize';
import { goldenFile } from './goldenPictures';

const png = (image: ImageData, options = {}) => encodePng(image, options);

/** CRC-32, as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A PNG with the given pixels, packed. */
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
    new DataView(bytes.buffer).setUint32(8 + content.length, checksum(bytes.subarray(4, -4)));
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
  ])('%s', async (_what, channels, data, kept, pixels) => {
    for (const interlace of ['null', 'Adam7']) {
      const bytes = png(
        { width: 2, height: 2, channels, depth: 8, data: Uint8Array.from(data) },
        { interlace },
      );
      expect(await readImage(bytes, 'a.png')).toEqual({
        width: 2,
        height: 2,
        channels: kept,
        pixels: Uint8Array.from(pixels),
      });
    }
  });

  test('16 bits become 8', async () => {
    const bytes = png({ width: 2, height: 1, channels: 1, depth: 16, data: Uint16Array.of(0x12ff, 0xff00) });
    expect((await readImage(bytes, 'a.png')).pixels).toEqual(Uint8Array.of(0x12, 0xff));
  });

  test.each([
    [1, [0b1010_0000], [255, 0, 255]],
    [2, [0b00_01_11_00], [0, 85, 255]],
    [4, [0x0f, 0x80], [0, 255, 136]],
  ])('%i bits become 8', async (depth, row, pixels) => {
    const bytes = pngOf(3, 1, zlibSync(Uint8Array.from([0, ...row])), depth);
    expect(Array.from((await readImage(bytes, 'a.png')).pixels)).toEqual(pixels);
  });

  test.each([
    [
      60_000,
      8,
      "can't be read as PNG: it says 60000 × 60000 pixels, more than 68 bytes can hold, so it is cut off or of one colour.",
    ],
    [8, 16, undefined],
  ])(
    'of %i pixels a side with %i bits is held against the size of its file',
    async (side, depth, message) => {
      const bytes = pngOf(side, side, zlibSync(new Uint8Array(200)), depth);
      if (message) await expect(readImage(bytes, 'a.png')).rejects.toThrow(`a.png ${message}`);
      else expect(await readImage(bytes, 'a.png')).toMatchObject({ width: 8, height: 8 });
    },
  );

  test('of 16 bits that would take gigabytes is refused by its header, however well it packs', async () => {
    // 8000 × 8000 × 4 × 16 bits of zeros pack into half a megabyte
    const bytes = pngOf(8000, 8000, new Uint8Array(600_000), 16, 6);
    await expect(readImage(bytes, 'a.png')).rejects.toThrow(
      'a.png is 8000 × 8000 pixels, which takes 1.73 GB to read; pictures that take up to 600 MB are read. Make it smaller.',
    );
  });

  test('that unpacks to more than its size says is refused', async () => {
    const bomb = pngOf(4, 4, zlibSync(new Uint8Array(10_000_000), { level: 1 }));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(readImage(bomb, 'a.png')).rejects.toThrow(
      "a.png can't be read as PNG: it unpacks to far more than its size says.",
    );
  });

  test('with any bit of its pixels or its size turned is refused', async () => {
    const bytes = png({
      width: 5,
      height: 4,
      channels: 1,
      depth: 8,
      data: new Uint8Array(20).map((_, i) => 9 * i),
    });
    for (let bit = 8 * 16; bit < 8 * (bytes.length - 12); bit += 5) {
      const changed = bytes.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      await expect(readImage(changed, 'a.png')).rejects.toMatchObject({ name: 'DataError' });
    }
  });

  test.each([0, 1, 8, 20, 33, 45, 60])('cut off after %i bytes is a fault', async length => {
    const bytes = png({
      width: 20,
      height: 20,
      channels: 1,
      depth: 8,
      data: Uint8Array.from({ length: 400 }, (_, i) => i % 251),
    });
    await expect(readImage(bytes.slice(0, length), 'a.png')).rejects.toThrow(
      /^a\.png (can't be read as PNG|isn't a picture|is empty)/,
    );
  });
});

describe('JPEG', () => {
  const bytes = goldenFile('75 4:2:0 24x20.jpg');
  const sized = (height: number, width: number, length = bytes.length) => {
    const claims = new Uint8Array(length);
    claims.set(bytes);
    const frame = claims.findIndex((byte, i) => byte === 0xff && claims[i + 1] === 0xc0);
    new DataView(claims.buffer).setUint16(frame + 5, height);
    new DataView(claims.buffer).setUint16(frame + 7, width);
    return claims;
  };

  test('that claims more pixels than its bytes can hold is refused by its header', async () => {
    await expect(readImage(sized(7900, 7900), 'a.jpg')).rejects.toThrow(
      /^a\.jpg can't be read as JPEG: it says 7900 × 7900 pixels, more than \d+ bytes can hold, so it is cut off or of one colour\.$/,
    );
  });

  test('that would take gigabytes is refused by its header', async () => {
    await expect(readImage(sized(20_000, 20_000, 800_000), 'a.jpg')).rejects.toThrow(
      'a.jpg is 20000 × 20000 pixels, which takes 3.20 GB to read',
    );
  });

  test('is read after one that ended the library in the middle of its work', async () => {
    const before = await readImage(bytes, 'a.jpg');
    const tables = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc4);
    const broken = bytes.slice();
    broken.fill(0xff, tables + 5, tables + 21);
    await expect(readImage(broken, 'b.jpg')).rejects.toThrow(/^b\.jpg can't be read as JPEG: /);
    expect(await readImage(bytes, 'a.jpg')).toEqual(before);
  });
});

test('what is no picture says so', async () => {
  await expect(readImage(new TextEncoder().encode('GIF99a'), 'a.gif')).rejects.toThrow(
    "a.gif isn't a picture of a known format (GIF, JPEG, PNG and WebP).",
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
