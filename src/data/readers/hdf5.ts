import type { Dataset } from 'h5wasm';
import { type ArrayHeader, allocate, type Numbers, type NumericArray, sizeOf } from '../arrays/numericArray';
import type { SourceFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import { contiguousLayout } from '../hdf5/contiguousLayout';
import { hdf5Rows } from '../hdf5/hdf5Rows';
import { openHdf5, withHdf5 } from '../hdf5/openHdf5';
import { sliceOf } from '../hdf5/sliceOf';
import { type Reading, report } from '../reading';
import { binaryRows } from '../rows/binaryRows';
import type { ArrayReader } from './reader';

const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const pieceBytes = 16 * 2 ** 20;

/** The data sets of an HDF5 file, `file.h5#train_set_x`. */
export const hdf5: ArrayReader = {
  kind: 'arrays',
  title: 'HDF5 file',
  extensions: ['.h5', '.hdf5', '.he5', '.mat'],

  recognises: head => signature.every((byte, i) => head[i] === byte),

  headers(file, reading) {
    return withHdf5(file, ({ datasets }) => {
      const headers: ArrayHeader[] = [];
      for (const [name, dataset] of datasets) {
        report(reading, 0);
        const unreadable = whyUnreadable(`${file.name}#${name}`, dataset);
        headers.push({ name, type: typeOf(dataset), shape: dataset.shape ?? [], byRows: true, unreadable });
      }
      return headers;
    });
  },

  read(file, header, reading) {
    return withHdf5(file, ({ datasets }) => {
      const dataset = datasets.get(header.name);
      if (!dataset)
        throw new DataError(`${file.name} no longer holds ${header.name}; try again.`, {
          code: 'file-changed',
        });
      return readDataset(file, header.name, dataset, reading);
    });
  },

  async rows(file, { name }) {
    if (!file.readNow) return undefined;
    const opened = await openHdf5(file);
    try {
      const dataset = opened.datasets.get(name);
      const what = `${file.name}#${name}`;
      const layout = dataset && contiguousLayout(file, opened, dataset);
      const rows = layout && binaryRows(file, layout, what);
      if (dataset && !rows) return hdf5Rows(file, what, opened, dataset);
      opened.close();
      return rows;
    } catch (error) {
      opened.close();
      throw opened.asFault(error);
    }
  },
};

/** The classes of the HDF5 library that are numbers: whole, floating-point, and enumerations (h5py's booleans). */
const [wholeClass, floatClass, enumClass] = [0, 1, 8];

function typeOf(dataset: Dataset): string {
  const { type, size, signed } = dataset.metadata;
  if (type === wholeClass) return `${signed ? 'int' : 'uint'}${size * 8}`;
  if (type === floatClass) return `float${size * 8}`;
  if (type === enumClass) return 'bool';
  return type === 3 ? 'text' : 'record';
}

/** Why a data set isn't an array of numbers that can be read; undefined where it is. */
function whyUnreadable(what: string, dataset: Dataset): string | undefined {
  const { type, size, shape } = dataset.metadata;
  if (!shape?.length) return `${what} holds a single value; an array of numbers is needed.`;
  if (type === floatClass && size !== 4 && size !== 8) {
    return `${what} holds ${typeOf(dataset)}; float32 and float64 can be read. Save it again as float32.`;
  }
  const isNumbers = type === wholeClass || type === floatClass || type === enumClass;
  return isNumbers ? undefined : `${what} holds ${typeOf(dataset)}; an array of numbers is needed.`;
}

/** Piece by piece along the first axis, so that the library's memory holds only a piece. */
function readDataset(file: SourceFile, name: string, dataset: Dataset, reading?: Reading): NumericArray {
  const what = `${file.name}#${name}`;
  const reason = whyUnreadable(what, dataset);
  if (reason) throw new DataError(reason, { code: 'bad-data-file' });
  const { size, chunks } = dataset.metadata;
  const shape = dataset.shape!;
  const count = sizeOf(shape);
  const rows = shape[0]!;
  const rowValues = rows > 0 ? count / rows : 0;
  // whole chunks, so that none is decompressed twice
  const chunkRows = chunks?.[0] ?? 1;
  const pieceRows = Math.max(chunkRows, Math.floor(pieceBytes / (rowValues * size) / chunkRows) * chunkRows);

  let data: Numbers | undefined;
  for (let row = 0; row < rows; row += pieceRows) {
    const numbers = sliceOf(dataset, row, Math.min(rows, row + pieceRows), rowValues);
    data ??= allocate(
      numbers.constructor as { new (length: number): Numbers; BYTES_PER_ELEMENT: number },
      count,
      what,
    );
    data.set(numbers, row * rowValues);
    report(reading, row / rows);
  }
  return { shape, data: data ?? new Float64Array(0) };
}
