import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';
import { Unzlib } from 'fflate';
import type { Picture, PictureSize } from '../picture';
import type { ImageFormat } from './format';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const drawing = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** Portable Network Graphics (W3C). Transparency is dropped. */
export const png: ImageFormat = {
  title: 'PNG',
  extensions: ['.png'],
  recognises: head => signature.every((byte, i) => head[i] === byte),

  size(head) {
    if (head.length < 29) return undefined;
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const colour = head[25]!;
    return {
      width: view.getUint32(16),
      height: view.getUint32(20),
      channels: colour === 0 || colour === 4 ? 1 : 3,
    };
  },

  decode(bytes, size) {
    const chunks = chunksOf(bytes).filter(({ type }) => drawing.has(type));
    checkInflatedSize(chunks, size);
    const decoded = decode(join(chunks.map(({ bytes: chunk }) => chunk)));
    return asPicture(decoded);
  },
};

interface Chunk {
  readonly type: string;
  /** With its length, type and checksum. */
  readonly bytes: Uint8Array;
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw new Error('it is cut off');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, bytes: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  throw new Error('it is cut off');
}

/** Inflates once without keeping anything, so that no more comes out than the picture needs (16 bits, four channels). */
function checkInflatedSize(chunks: readonly Chunk[], { width, height }: PictureSize): void {
  const limit = (width + 8) * (height + 8) * 8 + 65_536;
  let made = 0;
  const inflator = new Unzlib(piece => {
    made += piece.length;
  });
  for (const { type, bytes } of chunks) {
    if (type !== 'IDAT') continue;
    const data = bytes.subarray(8, -4);
    for (let from = 0; from < data.length && made <= limit; from += 16_384) {
      // a copy, because the inflator keeps and reuses what it is given
      inflator.push(data.slice(from, from + 16_384), false);
    }
  }
  if (made > limit) throw new Error('it unpacks to far more than its size says');
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, signature.length));
  result.set(signature);
  let at = signature.length;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}

function asPicture(decoded: DecodedPng): Picture {
  const { width, height, depth } = decoded;
  if (decoded.palette) {
    const found = decoded.palette[0]?.length ?? 3;
    return keepColours(width, height, convertIndexedToRgb(decoded), found, 3);
  }
  const samples =
    depth < 8
      ? unpack(decoded)
      : depth === 16
        ? Uint8Array.from(decoded.data, value => value >> 8)
        : decoded.data;
  return keepColours(width, height, samples, decoded.channels, decoded.channels < 3 ? 1 : 3);
}

/** The first `kept` of `found` channels: without transparency. */
function keepColours(
  width: number,
  height: number,
  samples: ArrayLike<number>,
  found: number,
  kept: 1 | 3,
): Picture {
  const pixels = new Uint8Array(width * height * kept);
  if (samples.length < width * height * found) throw new Error('it is cut off');
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < kept; c++) pixels[i * kept + c] = samples[i * found + c]!;
  }
  return { width, height, channels: kept, pixels };
}

/** Grey of 1, 2 or 4 bits, packed row by row, as 0 to 255. */
function unpack({ width, height, depth, data }: DecodedPng): Uint8Array {
  const rowBytes = Math.ceil((width * depth) / 8);
  const largest = 2 ** depth - 1;
  const result = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = data[y * rowBytes + ((x * depth) >> 3)]!;
      const shift = 8 - depth - ((x * depth) & 7);
      result[y * width + x] = (((byte >> shift) & largest) * 255) / largest;
    }
  }
  return result;
}
