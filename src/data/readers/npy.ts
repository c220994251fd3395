import { readNpyHeader, readNpyValues, whyUnreadable } from '../arrays/npyFormat';
import { withStream } from '../bytes/streamOf';
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
      return [{ name: '', type: header.type, shape: header.shape, unreadable }];
    });
  },

  read(file, _header, reading) {
    return withStream(file, async (stream, room) => {
      const header = await readNpyHeader(stream);
      return readNpyValues(stream, header, room(), reading);
    });
  },
};
