import { Crc32 } from '../bytes/crc32';
import { HybridReader } from './hybridReader';
import type { ParquetLibrary } from './loadParquet';
import type { PageRoom } from './pageRoom';
import type { ColumnChunk, ParquetColumn } from './parquetFile';
import { PlainReader, type RawValue, valueAt, widthOf } from './plainReader';

/** Bytes of a page that nobody minds, beside those of each row, and how many times its bytes it may unpack to beyond them. */
const harmless = 4 * 2 ** 20;
const harmlessPerRow = 64;
const mostHarmless = 16 * 2 ** 20;
const mostRatio = 1032;
const pageLimit = 2 ** 30;

/** Gives one value after the other. */
interface Values {
  next(): RawValue;
}

/** Whether the next row has a value: 1, or 0. */
interface Levels {
  next(): number;
}

/**
 * The cells of a column in one group of rows, one after the other; a gap is empty. Of a page only what it says about itself
 * is believed before it is unpacked, and no more values are made than are asked for. Throws an `Error` where it is damaged.
 */
export function* readChunk(
  library: ParquetLibrary,
  bytes: Uint8Array,
  { codec }: ColumnChunk,
  { element, text }: ParquetColumn,
  rows: number,
  room: PageRoom,
): Generator<string, undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const nullable = element.repetition_type !== 'REQUIRED';
  let dictionary: readonly string[] | undefined;
  let given = 0;
  let taken = 0;
  for (const reader = { view, offset: 0 }; given < rows; ) {
    const header = library.pageHeader(reader);
    const packed = bytes.subarray(reader.offset, reader.offset + header.compressed_page_size);
    if (!(header.compressed_page_size >= 0) || packed.length < header.compressed_page_size)
      throw new Error('a page is cut off');
    reader.offset += header.compressed_page_size;
    checkSum(packed, header.crc);
    const first = header.data_page_header;
    const second = header.data_page_header_v2;

    if (header.type === 'DICTIONARY_PAGE') {
      // it stays until the end of the column, as texts
      room.exchange(0, sizeOf(header.uncompressed_page_size, packed, codec, rows));
      const page = unpack(library, packed, header.uncompressed_page_size, codec);
      dictionary = readDictionary(page, header.dictionary_page_header?.num_values ?? -1, element, text);
    } else if (header.type === 'DATA_PAGE' && first) {
      taken = room.exchange(taken, sizeOf(header.uncompressed_page_size, packed, codec, rows));
      const page = unpack(library, packed, header.uncompressed_page_size, codec);
      let at = 0;
      let levels: Levels | undefined;
      if (nullable) {
        at = 4 + lengthAt(page, 0);
        levels = new HybridReader(page.subarray(0, at), 4, 1);
      }
      const page1 = { bytes: page, at, encoding: first.encoding, count: first.num_values };
      yield* cells(page1, levels, () => countOf(page, first.num_values, nullable));
      given += first.num_values;
    } else if (header.type === 'DATA_PAGE_V2' && second) {
      const level = second.definition_levels_byte_length + second.repetition_levels_byte_length;
      if (!(level >= 0 && level <= packed.length)) throw new Error('a page is cut off');
      const rest = packed.subarray(level);
      const size = header.uncompressed_page_size - level;
      taken = room.exchange(
        taken,
        sizeOf(size, rest, second.is_compressed === false ? 'UNCOMPRESSED' : codec, rows),
      );
      const page = second.is_compressed === false || size === 0 ? rest : unpack(library, rest, size, codec);
      const levels = nullable
        ? new HybridReader(packed.subarray(0, level), second.repetition_levels_byte_length, 1)
        : undefined;
      const page2 = { bytes: page, at: 0, encoding: second.encoding, count: second.num_values };
      yield* cells(page2, levels, () => second.num_values - second.num_nulls);
      given += second.num_values;
    } else if (header.type !== 'INDEX_PAGE') throw new Error('a page is of an unknown kind');
  }
  if (given > rows) throw new Error('a column has more values than rows');

  function* cells(
    page: Page,
    levels: Levels | undefined,
    present: () => number,
  ): Generator<string, undefined> {
    if (!(page.count >= 0 && given + page.count <= rows))
      throw new Error('a column has more values than rows');
    const isIndexed = page.encoding === 'RLE_DICTIONARY' || page.encoding === 'PLAIN_DICTIONARY';
    if (isIndexed) {
      if (!dictionary) throw new Error('a dictionary is missing');
      // a page of gaps may have no bytes at all
      const indices =
        page.at < page.bytes.length
          ? new HybridReader(page.bytes, page.at + 1, page.bytes[page.at]!)
          : undefined;
      for (let i = 0; i < page.count; i++) {
        if (levels && levels.next() === 0) yield '';
        else {
          const cell = indices && dictionary[indices.next()];
          if (cell === undefined) throw new Error('a value isn’t in its dictionary');
          yield cell;
        }
      }
      return;
    }
    let values: Values | undefined;
    for (let i = 0; i < page.count; i++) {
      if (levels && levels.next() === 0) yield '';
      else yield text((values ??= valuesOf(library, page, element, present())).next());
    }
  }
}

interface Page {
  readonly bytes: Uint8Array;
  /** Where its values begin. */
  readonly at: number;
  readonly encoding: string;
  /** Values with the gaps among them. */
  readonly count: number;
}

function valuesOf(
  library: ParquetLibrary,
  { bytes, at, encoding }: Page,
  element: ParquetColumn['element'],
  present: number,
): Values {
  if (encoding === 'PLAIN') return new PlainReader(bytes, at, element);
  if (encoding === 'RLE') {
    const truths = new HybridReader(bytes, at + 4, 1);
    return { next: () => truths.next() === 1 };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (encoding === 'BYTE_STREAM_SPLIT') return splitBytes(bytes, at, element);
  // packed deltas of nothing take no bytes, so many values may come of few; far more than any writer makes is a claim
  if (!(present >= 0 && present <= 64 * bytes.length + 1024))
    throw new Error('a page claims too many values');
  const reader = { view, offset: at };
  if (encoding === 'DELTA_BINARY_PACKED') {
    const numbers = element.type === 'INT32' ? new Int32Array(present) : new BigInt64Array(present);
    library.deltaBinaryUnpack(reader, present, numbers);
    return listed(numbers);
  }
  const texts = new Array<Uint8Array>(present);
  if (encoding === 'DELTA_LENGTH_BYTE_ARRAY') library.deltaLengthByteArray(reader, present, texts);
  else if (encoding === 'DELTA_BYTE_ARRAY') library.deltaByteArray(reader, present, texts);
  else throw new Error(`its encoding ${encoding} isn’t known`);
  return listed(texts);
}

function listed(values: ArrayLike<RawValue>): Values {
  let at = 0;
  return {
    next() {
      const value = values[at++];
      if (value === undefined) throw new Error('it ends within a page');
      return value;
    },
  };
}

/** The first bytes of all values, then the second ones, and so on. */
function splitBytes(bytes: Uint8Array, at: number, element: ParquetColumn['element']): Values {
  const width = widthOf(element);
  if (!width) throw new Error('values have no length');
  const count = Math.floor((bytes.length - at) / width);
  let i = 0;
  return {
    next() {
      if (i >= count) throw new Error('it ends within a page');
      const value = new Uint8Array(width);
      for (let b = 0; b < width; b++) value[b] = bytes[at + b * count + i]!;
      i++;
      return valueAt(new DataView(value.buffer), 0, width, element.type);
    },
  };
}

function readDictionary(
  page: Uint8Array,
  count: number,
  element: ParquetColumn['element'],
  text: ParquetColumn['text'],
): string[] {
  const least = widthOf(element) ?? 4;
  if (!(count >= 0 && count * least <= page.length)) throw new Error('a dictionary is cut off');
  const values = new PlainReader(page, 0, element);
  return Array.from({ length: count }, () => text(values.next()));
}

/** Values that are there, by the marks of which rows have one. */
function countOf(page: Uint8Array, count: number, nullable: boolean): number {
  if (!nullable) return count;
  const levels = new HybridReader(page.subarray(0, 4 + lengthAt(page, 0)), 4, 1);
  let present = 0;
  for (let i = 0; i < count; i++) present += levels.next();
  return present;
}

function lengthAt(page: Uint8Array, at: number): number {
  const length = new DataView(page.buffer, page.byteOffset, page.length).getUint32(at, true);
  if (at + 4 + length > page.length) throw new Error('a page is cut off');
  return length;
}

/** Bytes that a page takes when it is unpacked, by what it says; none of a page that is as it lies in the file. */
function sizeOf(size: number, packed: Uint8Array, codec: string, rows: number): number {
  if (codec === 'UNCOMPRESSED' || size === 0) return 0;
  const unminded = Math.min(mostHarmless, harmless + harmlessPerRow * rows);
  if (!(size >= 0 && size <= pageLimit && (size <= unminded || size <= mostRatio * packed.length)))
    throw new Error('a page claims to unpack to far too much');
  return size;
}

function unpack(library: ParquetLibrary, packed: Uint8Array, size: number, codec: string): Uint8Array {
  if (codec === 'UNCOMPRESSED') return packed;
  // the dictionary of a column of gaps is empty, whatever a compression makes of that
  if (size === 0) return new Uint8Array(0);
  const page =
    codec === 'ZSTD'
      ? library.decompressZstd(packed, new Uint8Array(size))
      : library.compressors[codec as keyof typeof library.compressors]?.(packed, size);
  if (!page) throw new Error(`its compression ${codec} isn’t known`);
  if (page.length !== size) throw new Error('a page unpacks to another size than it says');
  return page;
}

/** Writers may add a checksum to each page. */
function checkSum(packed: Uint8Array, crc: number | undefined): void {
  if (crc === undefined) return;
  const sum = new Crc32();
  sum.add(packed);
  if (sum.value !== crc >>> 0) throw new Error('the checksum of a page is wrong');
}
