import { type NpyHeader, readNpyHeader, readNpyValues } from '../arrays/npyFormat';
import type { NumericArray } from '../arrays/numericArray';
import type { ByteStream } from '../bytes/byteStream';
import { deflateRatio, isGzip } from '../bytes/inflate';
import type { SourceFile } from '../bytes/sourceFile';
import { streamOf } from '../bytes/streamOf';
import type { Reading } from '../reading';
import type { ArrayReader } from './reader';

/** One array as `np.save` writes it. */
export const npy: ArrayReader = {
  kind: 'arrays',
  title: 'NumPy array',
  extensions: ['.npy'],

  recognises: head => head[0] === 0x93 && String.fromCharCode(...head.subarray(1, 6)) === 'NUMPY',

  async headers(file) {
    const header = await withStream(file, readNpyHeader);
    return [{ name: '', type: header.type, shape: header.shape }];
  },

  async read(file, _header, reading) {
    return withStream(file, stream => readAll(stream, file, reading));
  },
};

async function readAll(stream: ByteStream, file: SourceFile, reading?: Reading): Promise<NumericArray> {
  const header: NpyHeader = await readNpyHeader(stream);
  const packed = isGzip(await file.read(0, 2));
  const available = packed ? file.size * deflateRatio : file.size - stream.taken;
  return readNpyValues(stream, header, available, reading);
}

async function withStream<T>(file: SourceFile, use: (stream: ByteStream) => Promise<T>): Promise<T> {
  const stream = await streamOf(file);
  try {
    return await use(stream);
  } finally {
    await stream.close();
  }
}
