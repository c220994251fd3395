import { misfitOf } from '../arrays/misfitOf';
import { sizeOf } from '../arrays/numericArray';
import { expectEnd, readNumbers } from '../arrays/readNumbers';
import { nameOfType, type StoredType } from '../arrays/storedType';
import type { ByteStream } from '../bytes/byteStream';
import { isGzip } from '../bytes/gunzip';
import { withStream } from '../bytes/streamOf';
import { DataError } from '../dataError';
import { binaryRows } from '../rows/binaryRows';
import type { ArrayReader } from './reader';

/** The format of the MNIST files: two zero bytes, the type, the number of axes, each axis' size, the values, big-endian. */
export const idx: ArrayReader = {
  kind: 'arrays',
  title: 'IDX array',
  extensions: ['.idx', '.idx1', '.idx2', '.idx3', '.idx4', '-ubyte'],

  recognises: head =>
    head[0] === 0 && head[1] === 0 && types.has(head[2] ?? 0) && (head[3] ?? 0) >= 1 && (head[3] ?? 9) <= 8,

  headers(file) {
    return withStream(file, async (stream, room) => {
      const { stored, shape } = await readHeader(stream);
      const unreadable = misfitOf(file.name, shape, stored, room());
      const byRows = !isGzip(await file.read(0, 2));
      return [{ name: '', type: nameOfType(stored), shape, byRows, unreadable }];
    });
  },

  read(file, _header, reading) {
    return withStream(file, async (stream, room) => {
      const { stored, shape } = await readHeader(stream);
      const reason = misfitOf(file.name, shape, stored, room());
      if (reason) throw new DataError(reason, { code: 'bad-data-file' });
      const data = await readNumbers(stream, stored, sizeOf(shape), reading);
      await expectEnd(stream);
      return { shape, data };
    });
  },

  rows(file) {
    return withStream(file, async stream => {
      const { stored, shape } = await readHeader(stream);
      return binaryRows(file, { start: stream.taken, type: stored, width: sizeOf(shape.slice(1)) });
    });
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
  if (!stored || !idx.recognises(prefix)) {
    throw new DataError(`${stream.name} isn't an IDX file: it doesn't begin as one.`, {
      code: 'bad-data-file',
    });
  }
  const view = new DataView((await stream.take(4 * prefix[3]!)).buffer);
  const shape = Array.from({ length: prefix[3]! }, (_, axis) => view.getUint32(4 * axis));
  return { stored, shape };
}
