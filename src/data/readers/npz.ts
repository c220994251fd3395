import { readNpyHeader, readNpyValues, whyUnreadable } from '../arrays/npyFormat';
import type { ArrayHeader } from '../arrays/numericArray';
import type { SourceFile } from '../bytes/sourceFile';
import { readZipDirectory } from '../bytes/zipDirectory';
import { openZipEntry, type ZipEntry } from '../bytes/zipEntry';
import { DataError } from '../dataError';
import { type Reading, report } from '../reading';
import { isWorkbook } from '../workbook/isWorkbook';
import type { ArrayReader } from './reader';

const entryLimit = 10_000;

/** Several arrays as `np.savez` and `np.savez_compressed` write them: a zip archive of NPY files. */
export const npz: ArrayReader = {
  kind: 'arrays',
  title: 'NumPy archive',
  extensions: ['.npz'],

  recognises: head =>
    head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && !isWorkbook(head),

  async headers(file, reading) {
    const headers: ArrayHeader[] = [];
    for (const entry of await arraysIn(file)) {
      report(reading, 0);
      const { stream, room } = await openEntry(file, entry);
      try {
        const header = await readNpyHeader(stream);
        const unreadable = whyUnreadable(stream.name, header, room());
        headers.push({ name: nameOf(entry), type: header.type, shape: header.shape, unreadable });
      } finally {
        await stream.close();
      }
    }
    return headers;
  },

  async read(file, header, reading) {
    return readEntry(file, header, reading);
  },
};

async function readEntry(file: SourceFile, { name }: ArrayHeader, reading?: Reading) {
  const entry = (await arraysIn(file)).find(candidate => nameOf(candidate) === name);
  if (!entry)
    throw new DataError(`${file.name} no longer holds ${name}; try again.`, { code: 'file-changed' });
  const { stream, room } = await openEntry(file, entry);
  try {
    const header = await readNpyHeader(stream);
    return await readNpyValues(stream, header, room(), reading);
  } finally {
    await stream.close();
  }
}

function openEntry(file: SourceFile, entry: ZipEntry) {
  return openZipEntry(file, entry, `${file.name}#${nameOf(entry)}`);
}

async function arraysIn(file: SourceFile): Promise<ZipEntry[]> {
  const entries = (await readZipDirectory(file)).filter(entry => entry.name.endsWith('.npy'));
  if (entries.length > entryLimit) {
    throw new DataError(`${file.name} holds ${entries.length} arrays; up to ${entryLimit} can be read.`, {
      code: 'bad-data-file',
    });
  }
  return entries;
}

function nameOf(entry: ZipEntry): string {
  return entry.name.replace(/\.npy$/, '');
}
