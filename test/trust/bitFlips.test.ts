import { readFileSync } from 'node:fs';
import { gzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import { readImage } from '../../src/data/data';
import { readArray } from '../../src/data/sources/arrayAddress';
import { goldenFile } from '../data/images/goldenPictures';
import { memoryFiles } from '../data/memoryFiles';
import { npyOf } from '../data/npyBytes';
import { drawsOf } from './mutants/mutate';
import { row } from './row';

/** A file of which some bytes are under a checksum. */
interface Checked {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the bytes lie that a checksum is of, and it itself. */
  readonly from: number;
  readonly to: number;
  read(bytes: Uint8Array): Promise<unknown>;
}

const npy = npyOf(
  [30, 10],
  Array.from({ length: 300 }, (_, i) => Math.sin(i)),
);
const reading = (address: string) => (bytes: Uint8Array) =>
  readArray(memoryFiles({ [address.replace(/#.*/, '')]: bytes }), address);

function archive(level: 0 | 6): Checked {
  const bytes = zipSync({ 'x.npy': npy }, { level });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const to = 30 + 5 + view.getUint32(18, true);
  return { name: `NPZ at level ${level}`, bytes, from: 35, to, read: reading('a.npz#x') };
}

function gzip(): Checked {
  const bytes = gzipSync(npy, { mtime: 0 });
  // behind the header, which has no checksum
  return { name: 'gzip', bytes, from: 10, to: bytes.length, read: reading('x.npy.gz') };
}

function png(name: string): Checked {
  const bytes = goldenFile(name);
  // from the type of the first chunk, to the checksum of the last but the end
  return { name, bytes, from: 12, to: bytes.length - 12, read: changed => readImage(changed, name) };
}

/** The one chunk of a data set of h5py, behind which its checksum lies. */
function hdf5(name: string): Checked {
  const bytes = new Uint8Array(readFileSync('test/fixtures/data/arrays/checked.h5'));
  const { from, to } = (
    JSON.parse(readFileSync('test/golden/checkedChunks.json', 'utf8')) as Record<
      string,
      { from: number; to: number }
    >
  )[name]!;
  return { name: `HDF5 ${name}`, bytes, from, to, read: reading(`checked.h5#${name}`) };
}

row('one-bit flips in what has a checksum: refused', { quick: 240, full: 1_000 }, async (count, tally) => {
  const files = [
    archive(0),
    archive(6),
    gzip(),
    png('transparent.png'),
    png('palette.png'),
    hdf5('fletcher'),
    hdf5('fletcher-gzip'),
    hdf5('fletcher-lzf'),
  ];
  for (const { bytes, read } of files) await read(bytes);
  const draw = drawsOf(11);
  for (let i = 0; i < count; i++) {
    const { name, bytes, from, to, read } = files[i % files.length]!;
    const bit = Math.floor(draw() * 8 * (to - from)) + 8 * from;
    await tally.try(`${name}, bit ${bit % 8} of byte ${bit >> 3}`, async () => {
      const changed = bytes.slice();
      changed[bit >> 3]! ^= 1 << (bit % 8);
      await expect(read(changed)).rejects.toMatchObject({ name: 'DataError' });
    });
  }
});
