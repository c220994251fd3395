import { readNpyHeader, readNpyValues, whyUnreadable } from '../arrays/npyFormat';
import { sizeOf } from '../arrays/numericArray';
import { isGzip } from '../bytes/gunzip';
import { withStream } from '../bytes/streamOf';
import { binaryRows } from '../rows/binaryRows';
import type { ArrayReader } from './reader';

/** One array as `np.save` writes it. */
export const npy: ArrayReader = {
  kind: 'arrays',
  title: 'NumPy array',
  extensions: ['.npy'],

  recognises: head => head[0] === 0x93 && String.fromCharCode(...head.subarray(1, 6)) === 'NUMPY',

  headers(file) {
    return withStream(file, async (stream, room) => {
      const header = await readNpyHeader(stream);
      const unreadable = whyUnreadable(file.name, header, room());
      // in Fortran order a row is spread over the whole file
      const inOrder = !header.fortranOrder || header.shape.length < 2;
      const byRows = inOrder && !isGzip(await file.read(0, 2));
      return [{ name: '', type: header.type, shape: header.shape, byRows, unreadable }];
    });
  },

  read(file, _header, reading) {
    return withStream(file, async (stream, room) => {
      const header = await readNpyHeader(stream);
      return readNpyValues(stream, header, room(), reading);
    });
  },

  rows(file) {
    return withStream(file, async stream => {
      const { stored, shape } = await readNpyHeader(stream);
      return stored && binaryRows(file, { start: stream.taken, type: stored, width: sizeOf(shape.slice(1)) });
    });
  },
};
