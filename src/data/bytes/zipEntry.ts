import { DataError } from '../dataError';
import { ByteStream } from './byteStream';
import { checked } from './checked';
import { deflateRatio, inflated } from './inflate';
import type { Room } from './room';
import type { SourceFile } from './sourceFile';

/** A file inside a zip archive, as the archive's directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  readonly packedSize: number;
  /** What the directory says; never believed beyond what deflate can make of `packedSize`. */
  readonly size: number;
  readonly offset: number;
  /** CRC-32 of its bytes. */
  readonly crc: number;
  readonly deflated: boolean;
  readonly flags: number;
}

const localSignature = 0x04034b50;
/** Flags: the sizes and the checksum stand behind the entry, not before it; what a reader needs to know. */
const sizesFollow = 8;
const meaning = 1 | sizesFollow | 0x800;

/**
 * The bytes of an entry, decompressed as they are taken; `room` says how many can still come at most. At their end comes a
 * fault where their number or their checksum isn't the directory's. `name` is what the entry is called in sentences.
 */
export async function openZipEntry(
  file: SourceFile,
  entry: ZipEntry,
  name = `${file.name}#${entry.name}`,
): Promise<{ stream: ByteStream; room: () => Room }> {
  const start = await startOf(file, entry);
  const packed = limited(file.chunks(start), entry.packedSize);
  const most = Math.min(entry.size, entry.packedSize * (entry.deflated ? deflateRatio : 1));
  const bytes = entry.deflated ? inflated(name, packed) : packed;
  const stream = new ByteStream(name, checked(name, bytes, entry));
  const packedSize = entry.deflated ? entry.packedSize : undefined;
  return { stream, room: () => ({ bytes: most - stream.taken, packed: packedSize, exact: true }) };
}

/** Where its bytes begin. A fault where the header before them says something else than the directory. */
async function startOf(file: SourceFile, entry: ZipEntry): Promise<number> {
  const { name, offset, deflated, flags } = entry;
  const header = await file.read(Math.min(offset, file.size), 30);
  if (header.length < 30 || viewOf(header).getUint32(0, true) !== localSignature)
    throw damagedZip(file.name, `${name} isn't where its directory says`);
  const view = viewOf(header);
  const nameLength = view.getUint16(26, true);
  const extraLength = view.getUint16(28, true);
  const behind = await file.read(offset + 30, nameLength + extraLength);
  const start = offset + 30 + nameLength + extraLength;
  if (start + entry.packedSize > file.size) throw damagedZip(file.name, `${name} is cut off`);
  const localName = new TextDecoder().decode(behind.subarray(0, nameLength));
  const [size, packedSize] = wideSizes(viewOf(behind), nameLength, behind.length, [
    view.getUint32(22, true),
    view.getUint32(18, true),
  ]);
  const same =
    localName === name &&
    (view.getUint16(6, true) & meaning) === (flags & meaning) &&
    view.getUint16(8, true) === (deflated ? 8 : 0) &&
    (flags & sizesFollow ||
      (view.getUint32(14, true) === entry.crc && size === entry.size && packedSize === entry.packedSize));
  if (!same) throw damagedZip(file.name, `${name} is told of in two ways, before it and in the directory`);
  return start;
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

/** Sizes, from the 64-bit field among the extra ones where the 32-bit one is full. */
export function wideSizes(view: DataView, from: number, to: number, narrow: readonly number[]): number[] {
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

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function damagedZip(name: string, what: string): DataError {
  return new DataError(`${name} can't be read as a zip archive: ${what}.`, { code: 'bad-data-file' });
}
