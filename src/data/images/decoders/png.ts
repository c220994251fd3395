import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';
import { Unzlib } from 'fflate';
import { crc32 } from '../../bytes/crc32';
import type { Picture, PictureSize } from '../picture';

const signatureLength = 8;
const drawing = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** A PNG with its checksums checked. Transparency is dropped, and of 16 bits the upper 8 are kept. */
export async function png(bytes: Uint8Array, size: PictureSize): Promise<Picture> {
  const chunks = chunksOf(bytes).filter(({ type }) => drawing.has(type));
  checkInflatedSize(chunks, size);
  return asPicture(decode(join(bytes, chunks), { checkCrc: true }));
}

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
    // of those too that aren't drawn: one bit makes a palette something unknown
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      throw new Error('its checksum is wrong');
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

function join(file: Uint8Array, chunks: readonly Chunk[]): Uint8Array {
  const length = chunks.reduce((sum, { bytes }) => sum + bytes.length, signatureLength);
  const result = new Uint8Array(length);
  result.set(file.subarray(0, signatureLength));
  let at = signatureLength;
  for (const { bytes } of chunks) {
    result.set(bytes, at);
    at += bytes.length;
  }
  return result;
}

function asPicture(decoded: DecodedPng): Picture {
  const { width, height, depth } = decoded;
  if (decoded.palette) {
    const found = decoded.palette[0]?.length ?? 3;
    return keepColours(width, height, convertIndexedToRgb(decoded), found, 3);
  }
  const samples = depth < 8 ? unpack(decoded) : depth === 16 ? upperBits(decoded.data) : decoded.data;
  return keepColours(width, height, samples, decoded.channels, decoded.channels < 3 ? 1 : 3);
}

function upperBits(samples: ArrayLike<number>): Uint8Array {
  const result = new Uint8Array(samples.length);
  for (let i = 0; i < result.length; i++) result[i] = samples[i]! >> 8;
  return result;
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
