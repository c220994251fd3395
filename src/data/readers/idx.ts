import { sizeOf } from '../arrays/numericArray';
import { readNumbers } from '../arrays/readNumbers';
import { nameOfType, type StoredType } from '../arrays/storedType';
import type { ByteStream } from '../bytes/byteStream';
import { deflateRatio, isGzip } from '../bytes/inflate';
import type { SourceFile } from '../bytes/sourceFile';
import { streamOf } from '../bytes/streamOf';
import { DataError } from '../dataError';
import { bytesText, counted, shapeText } from '../sentence';
import type { ArrayReader } from './reader';

/** The format of the MNIST files: two zero bytes, the type, the number of axes, each axis' size, the values, big-endian. */
export const idx: ArrayReader = {
  kind: 'arrays',
  title: 'IDX array',
  extensions: ['.idx', '.idx1', '.idx2', '.idx3', '.idx4', '-ubyte'],

  recognises: head =>
    head.length >= 4 &&
    head[0] === 0 &&
    head[1] === 0 &&
    types.has(head[2]!) &&
    head[3]! >= 1 &&
    head[3]! <= 8,

  async headers(file) {
    const stream = await streamOf(file);
    try {
      const { stored, shape } = await readHeader(stream);
      return [{ name: '', type: nameOfType(stored), shape }];
    } finally {
      await stream.close();
    }
  },

  async read(file, _header, reading) {
    const stream = await streamOf(file);
    try {
      const { stored, shape } = await readHeader(stream);
      const count = sizeOf(shape);
      await checkRoom(file, stream, count * stored.bytes, shape);
      return { shape, data: await readNumbers(stream, stored, count, reading) };
    } finally {
      await stream.close();
    }
  },
};

const types: ReadonlyMap<number, StoredType> = new Map(
  (
    [
      [0x08, 'uint', 1],
      [0x09, 'int', 1],
      [0x0b, 'int', 2],
      [0x0c, 'int', 4],
      [0x0d, 'float', 4],
      [0x0e, 'float', 8],
    ] as const
  ).map(([code, kind, bytes]) => [code, { kind, bytes, littleEndian: false }]),
);

async function readHeader(stream: ByteStream): Promise<{ stored: StoredType; shape: number[] }> {
  const prefix = await stream.take(4);
  const stored = types.get(prefix[2]!);
  const axes = prefix[3]!;
  if (prefix[0] !== 0 || prefix[1] !== 0 || !stored || axes < 1 || axes > 8) {
    throw new DataError(`${stream.name} isn't an IDX file: it doesn't begin as one.`, {
      code: 'bad-data-file',
    });
  }
  const view = new DataView((await stream.take(4 * axes)).buffer);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 * axis));
  return { stored, shape };
}

async function checkRoom(
  file: SourceFile,
  stream: ByteStream,
  needed: number,
  shape: readonly number[],
): Promise<void> {
  const available = isGzip(await file.read(0, 2)) ? file.size * deflateRatio : file.size - stream.taken;
  if (needed <= available) return;
  throw new DataError(
    `${file.name} says it holds ${counted(shape[0]!, 'example')} of shape ${shapeText(shape.slice(1))}, ${bytesText(needed)}, but the file is too short for that. It is cut off or damaged.`,
    { code: 'bad-data-file' },
  );
}
