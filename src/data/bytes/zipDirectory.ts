import type { SourceFile } from './sourceFile';
import { damagedZip, viewOf, wideSizes, type ZipEntry } from './zipEntry';

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const directoryLimit = 64 * 2 ** 20;

/** Where the directory lies, and how many entries it holds. */
interface DirectoryPlace {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
}

/**
 * The directory at the end of a zip archive (PKWARE APPNOTE 4.3), with its 64-bit form. A fault where it doesn't hold as
 * many entries as it says: what a damaged directory loses would be missed by nobody.
 */
export async function readZipDirectory(file: SourceFile): Promise<ZipEntry[]> {
  const { offset, size, count } = await findDirectory(file);
  if (size > directoryLimit) throw damagedZip(file.name, 'its directory is too long');
  const bytes = await file.read(offset, size);
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature)
      throw damagedZip(file.name, 'its directory is damaged');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damagedZip(file.name, 'its directory is cut off');
    entries.push(entryAt(file.name, bytes, at, nameEnd, extraEnd));
    at = next;
  }
  if (entries.length !== count)
    throw damagedZip(file.name, `its directory holds ${entries.length} entries, but says ${count}`);
  checkNames(file.name, entries);
  checkOverlap(file.name, entries, offset);
  return entries;
}

function entryAt(file: string, bytes: Uint8Array, at: number, nameEnd: number, extraEnd: number): ZipEntry {
  const view = viewOf(bytes);
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  if (flags & 1) throw damagedZip(file, 'it is encrypted');
  if (method !== 0 && method !== 8) throw damagedZip(file, `compression method ${method} isn't known`);
  const [size, packedSize, offset] = wideSizes(view, nameEnd, extraEnd, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]) as [number, number, number];
  const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd));
  if (method === 0 && size !== packedSize)
    throw damagedZip(file, `${name} isn't compressed, but has two sizes`);
  const crc = view.getUint32(at + 16, true);
  return { name, size, packedSize, offset, crc, deflated: method === 8, flags };
}

function checkNames(file: string, entries: readonly ZipEntry[]): void {
  const names = new Set<string>();
  for (const { name } of entries) {
    if (names.has(name)) throw damagedZip(file, `it holds two entries called ${name}`);
    names.add(name);
  }
}

/** Each entry begins behind the one before it, and the last ends before the directory. */
function checkOverlap(file: string, entries: readonly ZipEntry[], directory: number): void {
  const placed = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [i, { name, offset, packedSize }] of placed.entries()) {
    const next = placed[i + 1];
    if (offset + 30 + packedSize <= (next?.offset ?? directory)) continue;
    throw damagedZip(file, `${name} reaches into ${next?.name ?? 'its directory'}`);
  }
}

/** The end record is the last of the file, but for a comment of up to 64 kB. */
async function findDirectory(file: SourceFile): Promise<DirectoryPlace> {
  const tailLength = Math.min(file.size, 22 + 65_535);
  const tailStart = file.size - tailLength;
  const tail = await file.read(tailStart, tailLength);
  const view = viewOf(tail);
  let something = false;
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    something = true;
    if (at + 22 + view.getUint16(at + 20, true) !== tail.length) continue;
    return placeAt(file, view, at, tailStart + at);
  }
  throw damagedZip(
    file.name,
    something
      ? 'something follows its end'
      : 'the directory at its end is missing, so it is cut off or not a zip archive',
  );
}

/** What the end record at `at` of the tail, `end` of the file, says. */
async function placeAt(file: SourceFile, view: DataView, at: number, end: number): Promise<DirectoryPlace> {
  const [disk, firstDisk] = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
  const [here, count] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [size, offset] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
  const isWide = count === 0xffff || size === 0xffffffff || offset === 0xffffffff;
  if (isWide && at >= 20 && view.getUint32(at - 20, true) === locatorSignature)
    return widePlace(file, Number(view.getBigUint64(at - 12, true)), end - 20);
  if (disk !== firstDisk || disk !== 0 || here !== count)
    throw damagedZip(file.name, 'it is a part of several');
  return follows(file, { offset, size, count }, end);
}

async function widePlace(file: SourceFile, start: number, end: number): Promise<DirectoryPlace> {
  const bytes = await file.read(Math.min(start, file.size), 56);
  const view = viewOf(bytes);
  if (bytes.length < 56 || view.getUint32(0, true) !== end64Signature || start + 56 > end)
    throw damagedZip(file.name, 'its end is damaged');
  const [count, size, offset] = [32, 40, 48].map(at => Number(view.getBigUint64(at, true))) as [
    number,
    number,
    number,
  ];
  if (Number(view.getBigUint64(24, true)) !== count) throw damagedZip(file.name, 'it is a part of several');
  return follows(file, { offset, size, count }, start);
}

/** The directory lies right before its end record: no bytes before the archive, none between. */
function follows(file: SourceFile, place: DirectoryPlace, end: number): DirectoryPlace {
  if (place.offset + place.size > end) throw damagedZip(file.name, 'its directory is outside the file');
  if (place.offset + place.size < end)
    throw damagedZip(
      file.name,
      'its directory isn’t where it says: something stands before the archive, or in it',
    );
  return place;
}
