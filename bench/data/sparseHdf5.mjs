// A large HDF5 file without its numbers: h5wasm writes a small one, of which the sizes are then changed.
import fs from 'node:fs';
import { File, ready } from 'h5wasm';
import { lookup3 } from './lookup3.mjs';

/** A number of rows that occurs nowhere else in the small file. */
const smallRows = 104_729;

/**
 * Writes a file with the data set `x`, `(m, width)` of uint8, contiguous, at the end of the file: a hole, which reads as
 * zeros. Returns where its numbers begin.
 */
export async function writeSparseHdf5(path, m, width) {
  const { FS } = await ready;
  const small = new File('/sparse.h5', 'w');
  small.create_dataset({ name: 'x', data: new Uint8Array(smallRows), shape: [smallRows, 1] });
  small.close();
  const bytes = Buffer.from(FS.readFile('/sparse.h5'));
  FS.unlink('/sparse.h5');

  const begin = bytes.length;
  const size = find(bytes, smallRows, places => places.at(-1));
  const rows = find(bytes, smallRows, places => places[0]);
  const header = bytes.lastIndexOf('OHDR', rows);
  const checked = headerEnd(bytes, header);
  check(bytes, header, checked);
  check(bytes, 0, 44);

  for (const at of [rows, rows + 16]) {
    write(bytes, at, m);
    write(bytes, at + 8, width);
  }
  // the layout: the address of the numbers and their bytes
  write(bytes, size - 8, begin);
  write(bytes, size, m * width);
  // the end of the file, in the superblock
  write(bytes, 28, begin + m * width);
  for (const [from, end] of [
    [header, checked],
    [0, 44],
  ])
    bytes.writeUInt32LE(lookup3(bytes.subarray(from, end)), end);

  fs.writeFileSync(path, bytes);
  fs.truncateSync(path, begin + m * width);
  return begin;
}

/** The same in chunks of `rows` examples, of which only the first is there: what isn't, the library reads as zeros. */
export async function writeChunkedHdf5(path, m, width, rows) {
  const { FS } = await ready;
  const file = new File('/chunks.h5', 'w');
  const first = Uint8Array.from({ length: rows * width }, (_, i) => (i * 7919) % 256);
  const shape = [rows, width];
  file
    .create_dataset({ name: 'x', data: first, shape, maxshape: [null, width], chunks: shape })
    .resize([m, width]);
  file.close();
  fs.writeFileSync(path, FS.readFile('/chunks.h5'));
  FS.unlink('/chunks.h5');
}

function write(bytes, at, value) {
  bytes.writeBigUInt64LE(BigInt(value), at);
}

function find(bytes, value, choose) {
  const wanted = Buffer.alloc(8);
  write(wanted, 0, value);
  const places = [];
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) places.push(at);
  const found = choose(places);
  if (places.length !== 3 || found === undefined) throw new Error('h5wasm writes HDF5 in another way now.');
  return found;
}

/** Where the checksum of an object header (version 2) is: behind its first chunk. */
function headerEnd(bytes, header) {
  const flags = bytes[header + 5];
  const sizes = header + 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
  const sizeBytes = 1 << (flags & 3);
  return sizes + sizeBytes + bytes.readUIntLE(sizes, Math.min(6, sizeBytes));
}

function check(bytes, from, end) {
  if (bytes.readUInt32LE(end) !== lookup3(bytes.subarray(from, end)))
    throw new Error('h5wasm writes HDF5 in another way now.');
}
