import { checkFinite } from '../arrays/checkFinite';
import { type Numbers, sizeOf } from '../arrays/numericArray';
import type { SourceFile } from '../bytes/sourceFile';
import { turn } from '../reading';
import { InFlight } from '../rows/inFlight';
import type { RowsInFile } from '../rows/rowsInFile';
import type { Hdf5Dataset } from './hdf5Dataset';
import type { OpenHdf5 } from './openHdf5';
import { rowReader } from './rowReader';

/** Milliseconds of the library's work, which nothing can interrupt, between two turns of the event loop. */
const sliceLength = 10;

type NumbersType = { new (length: number): Numbers };

/**
 * Rows of a data set. The library reads them while all else waits, so it is asked for a few at a time: neighbours
 * together, and together what lies in the same chunk, which is then decompressed once.
 */
export function hdf5Rows(file: SourceFile, opened: OpenHdf5, dataset: Hdf5Dataset): RowsInFile {
  const name = dataset.what;
  const { size, chunks } = dataset.metadata;
  const width = sizeOf(dataset.shape.slice(1));
  const chunkRows = chunks?.[0] ?? 1;
  const inFlight = new InFlight();
  const rowsOf = rowReader(dataset);
  let closing = false;

  const slice = (from: number, to: number) => {
    try {
      return rowsOf(from, to);
    } catch (error) {
      throw opened.asFault(error);
    }
  };

  async function read(rows: Uint32Array): Promise<Numbers> {
    let numbers: Numbers | undefined;
    let began = performance.now();
    for (let first = 0, next = 0; first < rows.length && !closing; first = next) {
      next = togetherFrom(rows, first, chunkRows);
      const from = rows[first]!;
      const piece = slice(from, rows[next - 1]! + 1);
      numbers ??= new (piece.constructor as NumbersType)(rows.length * width);
      for (let i = first; i < next; i++) {
        const at = (rows[i]! - from) * width;
        numbers.set(piece.subarray(at, at + width), i * width);
      }
      if (performance.now() - began < sliceLength) continue;
      await turn();
      began = performance.now();
    }
    await file.checkUnchanged();
    const found = numbers ?? new Float64Array(0);
    checkFinite(found, name, i => rows[Math.floor(i / width)]! * width + (i % width));
    return found;
  }

  return {
    name,
    width,
    rowBytes: width * size,
    read: rows => inFlight.during(read(rows)),
    readNow: row => slice(row, row + 1),
    async close() {
      closing = true;
      await inFlight.ended();
      opened.close();
      await file.close();
    },
  };
}

/** The end of the rows from `first` on that are neighbours or in the same chunk. */
function togetherFrom(rows: Uint32Array, first: number, chunkRows: number): number {
  const chunk = (row: number) => Math.floor(row / chunkRows);
  let next = first + 1;
  while (
    next < rows.length &&
    (rows[next] === rows[next - 1]! + 1 || chunk(rows[next]!) === chunk(rows[next - 1]!))
  )
    next++;
  return next;
}
