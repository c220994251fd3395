import { ByteStream } from './byteStream';
import { gunzip, isGzip } from './inflate';
import type { SourceFile } from './sourceFile';

/** The bytes of a file from its start, decompressed if it is gzip. */
export async function streamOf(file: SourceFile): Promise<ByteStream> {
  const head = await file.read(0, 2);
  const chunks = isGzip(head) ? gunzip(file.name, file.chunks()) : file.chunks();
  return new ByteStream(file.name, chunks);
}

/** The first bytes of a file, decompressed: enough to tell its format. */
export async function headOf(file: SourceFile, length = 512): Promise<Uint8Array> {
  const stream = await streamOf(file);
  try {
    const head = new Uint8Array(length);
    return head.subarray(0, await stream.fill(head));
  } finally {
    await stream.close();
  }
}
