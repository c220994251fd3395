import { type ArrayHeader, allocate, type Numbers, type NumericArray, sizeOf } from '../arrays/numericArray';
import type { SourceFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import { contiguousLayout } from '../hdf5/contiguousLayout';
import type { Hdf5Dataset } from '../hdf5/hdf5Dataset';
import { hdf5Rows } from '../hdf5/hdf5Rows';
import { openHdf5, withHdf5 } from '../hdf5/openHdf5';
import { rowReader } from '../hdf5/rowReader';
import { whyUnreadable } from '../hdf5/whyUnreadable';
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
    return withHdf5(file, ({ datasets, refused }) => {
      const headers: ArrayHeader[] = [];
      for (const [name, dataset] of datasets) {
        report(reading, 0);
        const unreadable = whyUnreadable(dataset, file.size);
        headers.push({ name, type: dataset.typeName, shape: dataset.shape, byRows: true, unreadable });
      }
      for (const [name, unreadable] of refused) headers.push({ name, type: 'link', shape: [], unreadable });
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
      return readDataset(file, dataset, reading);
    });
  },

  async rows(file, { name }) {
    if (!file.readNow) return undefined;
    const opened = await openHdf5(file);
    try {
      const dataset = opened.datasets.get(name);
      const layout = dataset && contiguousLayout(file, dataset);
      const rows = layout && binaryRows(file, layout, dataset.what);
      if (dataset && !rows) return hdf5Rows(file, opened, dataset);
      opened.close();
      return rows;
    } catch (error) {
      opened.close();
      throw opened.asFault(error);
    }
  },
};

/** Piece by piece along the first axis, so that the library's memory holds only a piece. */
function readDataset(file: SourceFile, dataset: Hdf5Dataset, reading?: Reading): NumericArray {
  const { shape, what } = dataset;
  const reason = whyUnreadable(dataset, file.size);
  if (reason) throw new DataError(reason, { code: 'bad-data-file' });
  const { size, chunks } = dataset.metadata;
  const count = sizeOf(shape);
  if (count === 0) return { shape, data: new Float64Array(0) };
  const rows = shape[0]!;
  const rowValues = count / rows;
  // whole chunks, so that none is decompressed twice
  const chunkRows = chunks?.[0] ?? 1;
  const pieceRows = Math.max(chunkRows, Math.floor(pieceBytes / (rowValues * size) / chunkRows) * chunkRows);
  const rowsOf = rowReader(dataset);
  // a value shows whether a chunk is what it says, before there is room for all
  dataset.read(
    shape.map(() => 0),
    shape.map(() => 1),
  );

  let data: Numbers | undefined;
  for (let row = 0; row < rows; row += pieceRows) {
    const numbers = rowsOf(row, Math.min(rows, row + pieceRows));
    data ??= allocate(
      numbers.constructor as { new (length: number): Numbers; BYTES_PER_ELEMENT: number },
      count,
      what,
    );
    data.set(numbers, row * rowValues);
    report(reading, row / rows);
  }
  return { shape, data: data! };
}
