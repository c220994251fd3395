import { sizeOf } from '../arrays/numericArray';
import { turnRound } from '../arrays/storedType';
import type { Hdf5Dataset } from './hdf5Dataset';
import { unpackChunk } from './unpackChunk';

/** A chunk, a block of `sizes` values along each axis. */
interface Chunk {
  readonly bytes: Uint8Array;
  readonly sizes: readonly number[];
}

/** Bytes of chunks that are kept, for rows that are asked for one after the other. */
const keptBytes = 32 * 2 ** 20;

/**
 * Rows `from … to` of a data set packed with LZF, as bytes. The library doesn't know LZF, but it finds the chunks: it reads one,
 * refuses it, and what it has read last is unpacked here.
 */
export function lzfRows(dataset: Hdf5Dataset): (from: number, to: number) => Uint8Array {
  const { shape } = dataset;
  const { size, chunks } = dataset.metadata;
  const step = chunks!;
  const chunkBytes = sizeOf(step) * size;
  // all that a row goes through, else each row would unpack them anew
  const across = sizeOf(shape.slice(1).map((count, i) => Math.ceil(count / step[i + 1]!)));
  const most = Math.max(across, Math.floor(keptBytes / chunkBytes));
  const kept = new Map<string, Chunk>();

  function chunkAt(place: readonly number[]): Chunk {
    const key = place.join();
    const chunk = kept.get(key) ?? readChunk(place);
    kept.delete(key);
    kept.set(key, chunk);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return chunk;
  }

  function readChunk(place: readonly number[]): Chunk {
    const ones = place.map(() => 1);
    if (dataset.read(place, ones)) {
      // it isn't packed: never written, or LZF would have made it longer
      const sizes = place.map((at, axis) => Math.min(step[axis]!, shape[axis]! - at));
      return { bytes: dataset.read(place, sizes)!, sizes };
    }
    const found = dataset.lastRead();
    if (!found) throw new Error('a piece of it is missing');
    const bytes = unpackChunk(found.bytes, dataset.filters, chunkBytes);
    const { type } = dataset;
    // as the library would have turned it round
    if (type!.littleEndian !== dataset.metadata.littleEndian) turnRound(bytes, size);
    return { bytes, sizes: step };
  }

  return (from, to) => {
    const rest = shape.slice(1);
    const corner = [from, ...rest.map(() => 0)];
    const sizes = [to - from, ...rest];
    const rows = new Uint8Array(sizeOf(sizes) * size);
    for (const place of placesIn(corner, [to, ...rest], step))
      copyBlock(chunkAt(place), place, rows, corner, sizes, size);
    return rows;
  };
}

/** Where the chunks begin that hold something between two corners. */
function* placesIn(
  from: readonly number[],
  to: readonly number[],
  step: readonly number[],
): Generator<readonly number[]> {
  const first = from.map((at, axis) => at - (at % step[axis]!));
  const place = [...first];
  for (;;) {
    yield [...place];
    let axis = place.length - 1;
    for (; axis >= 0; axis--) {
      place[axis]! += step[axis]!;
      if (place[axis]! < to[axis]!) break;
      place[axis] = first[axis]!;
    }
    if (axis < 0) return;
  }
}

/** Copies what a chunk at `place` and a block of `sizes` values at `corner` have in common into the block. */
function copyBlock(
  chunk: Chunk,
  place: readonly number[],
  block: Uint8Array,
  corner: readonly number[],
  sizes: readonly number[],
  bytes: number,
): void {
  const axes = place.length;
  const begin = place.map((at, axis) => Math.max(at, corner[axis]!));
  const end = place.map((at, axis) => Math.min(at + chunk.sizes[axis]!, corner[axis]! + sizes[axis]!));
  const strides = (of: readonly number[]) => of.map((_, axis) => sizeOf(of.slice(axis + 1)) * bytes);
  const [inChunk, inBlock] = [strides(chunk.sizes), strides(sizes)];
  const length = (end[axes - 1]! - begin[axes - 1]!) * bytes;
  const at = [...begin];
  for (;;) {
    let [from, to] = [0, 0];
    for (let axis = 0; axis < axes; axis++) {
      from += (at[axis]! - place[axis]!) * inChunk[axis]!;
      to += (at[axis]! - corner[axis]!) * inBlock[axis]!;
    }
    block.set(chunk.bytes.subarray(from, from + length), to);
    let axis = axes - 2;
    for (; axis >= 0; axis--) {
      if (++at[axis]! < end[axis]!) break;
      at[axis] = begin[axis]!;
    }
    if (axis < 0) return;
  }
}
