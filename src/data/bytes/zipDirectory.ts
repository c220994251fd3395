import { DataError } from '../dataError';
import type { ByteStream } from './byteStream';
import { ByteStream as Stream } from './byteStream';
import { deflateRatio, inflate } from './inflate';
import type { Room } from './room';
import type { SourceFile } from './sourceFile';

/** A file inside a zip archive, as the archive's directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  readonly packedSize: number;
  /** What the directory says; never believed beyond what deflate can make of `packedSize`. */
  readonly size: number;
  readonly offset: number;
  readonly deflated: boolean;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const entrySignature = 0x02014b50;
const directoryLimit = 64 * 2 ** 20;

/** The directory at the end of a zip archive (PKWARE APPNOTE 4.3), with its 64-bit form. */
export async function readZipDirectory(file: SourceFile): Promise<ZipEntry[]> {
  const { offset, size } = await findDirectory(file);
  if (size > directoryLimit || offset + size > file.size)
    throw damaged(file.name, 'its directory is outside the file');
  const bytes = await file.read(offset, size);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === entrySignature; ) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameEnd = at + 46 + nameLength;
    const next = nameEnd + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged(file.name, 'its directory is cut off');
    const method = view.getUint16(at + 10, true);
    if (view.getUint16(at + 8, true) & 1) throw damaged(file.name, 'it is encrypted');
    if (method !== 0 && method !== 8) throw damaged(file.name, `compression method ${method} isn't known`);
    const wide = wideSizes(view, nameEnd, nameEnd + extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
      size: wide[0]!,
      packedSize: wide[1]!,
      offset: wide[2]!,
      deflated: method === 8,
    });
    at = next;
  }
  return entries;
}

/** The bytes of an entry, decompressed as they are taken; `room` says how many can still come at most. */
export async function openZipEntry(
  file: SourceFile,
  entry: ZipEntry,
): Promise<{ stream: ByteStream; room: () => Room }> {
  const header = await file.read(entry.offset, 30);
  const view = viewOf(header);
  if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50)
    throw damaged(file.name, `${entry.name} isn't where the directory says`);
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.packedSize > file.size) throw damaged(file.name, `${entry.name} is cut off`);
  const name = `${file.name}#${entry.name.replace(/\.npy$/, '')}`;
  const packed = limited(file.chunks(start), entry.packedSize);
  const most = Math.min(entry.size, entry.packedSize * (entry.deflated ? deflateRatio : 1));
  const stream = new Stream(name, entry.deflated ? inflate(name, packed) : packed);
  const packedSize = entry.deflated ? entry.packedSize : undefined;
  return { stream, room: () => ({ bytes: most - stream.taken, packed: packedSize }) };
}

async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array, undefined> {
  for await (const chunk of chunks) {
    if (chunk.length >= length) {
      yield chunk.subarray(0, length);
      return;
    }
    length -= chunk.length;
    yield chunk;
  }
}

/** The end record lies within the last 64 kB, before a comment. */
async function findDirectory(file: SourceFile): Promise<{ offset: number; size: number }> {
  const tailLength = Math.min(file.size, 65_557);
  const tailStart = file.size - tailLength;
  const tail = await file.read(tailStart, tailLength);
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (size !== 0xffffffff && offset !== 0xffffffff) return { offset, size };
    const locator = at - 20;
    if (locator < 0) break;
    const end64 = await file.read(Number(view.getBigUint64(locator + 8, true)), 56);
    const view64 = viewOf(end64);
    if (end64.length < 56 || view64.getUint32(0, true) !== end64Signature) break;
    return { size: Number(view64.getBigUint64(40, true)), offset: Number(view64.getBigUint64(48, true)) };
  }
  throw damaged(file.name, 'the directory at its end is missing, so it is cut off or not a zip archive');
}

/** Size, packed size and offset, from the 64-bit field where the 32-bit one is full. */
function wideSizes(view: DataView, from: number, to: number, narrow: readonly number[]): number[] {
  for (let at = from; at + 4 <= to; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      return narrow.map(value => {
        if (value !== 0xffffffff || field + 8 > Math.min(to, at + 4 + length)) return value;
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      });
    }
    at += 4 + length;
  }
  return [...narrow];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function damaged(name: string, what: string): DataError {
  return new DataError(`${name} can't be read as a zip archive: ${what}.`, { code: 'bad-data-file' });
}
