import { ByteStream } from './byteStream';
import { gunzip, isGzip } from './gunzip';
import { deflateRatio } from './inflate';
import type { Room } from './room';
import type { SourceFile } from './sourceFile';

/**
 * Gives `use` the bytes of a file from its start, decompressed if it is gzip, and releases them whatever happens.
 * `room` says how many bytes can follow those that were taken.
 */
export async function withStream<T>(
  file: SourceFile,
  use: (stream: ByteStream, room: () => Room) => Promise<T>,
): Promise<T> {
  const stream = await streamOf(file);
  const packed = isGzip(await file.read(0, 2)) ? file.size : undefined;
  const most = packed === undefined ? file.size : packed * deflateRatio;
  try {
    return await use(stream, () => ({ bytes: most - stream.taken, packed, exact: packed === undefined }));
  } finally {
    await stream.close();
  }
}

/** The bytes of a file from its start, decompressed if it is gzip; to be closed. */
export async function streamOf(file: SourceFile): Promise<ByteStream> {
  const chunks = isGzip(await file.read(0, 2)) ? gunzip(file.name, file.chunks()) : file.chunks();
  return new ByteStream(file.name, chunks);
}

/** The first bytes of a file, decompressed: enough to tell its format. */
export function headOf(file: SourceFile, length = 512): Promise<Uint8Array> {
  return withStream(file, async stream => {
    const head = new Uint8Array(length);
    return head.subarray(0, await stream.fill(head));
  });
}
