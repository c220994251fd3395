// Arrays as NPY files, version 1.0, in C order: what every peer can read.
import fs from 'node:fs';

const TYPES = {
  '|u1': Uint8Array,
  '<u4': Uint32Array,
  '<f4': Float32Array,
  '<f8': Float64Array,
};

/** The header of an array of that type and shape. @returns {Buffer} */
export function npyHeader(descr, shape) {
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dict = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sizes}), }`;
  // the data begin at a multiple of 64
  const length = Math.ceil((10 + dict.length + 1) / 64) * 64 - 10;
  const head = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, length & 255, length >> 8]);
  return Buffer.concat([head, Buffer.from(`${dict.padEnd(length - 1)}\n`)]);
}

export function writeNpy(file, { shape, data }) {
  const descr = Object.keys(TYPES).find(name => data instanceof TYPES[name]);
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  fs.writeFileSync(file, Buffer.concat([npyHeader(descr, shape), bytes]));
}

/** An array that `writeNpy` wrote. */
export function readNpy(file) {
  const bytes = fs.readFileSync(file);
  const begin = 10 + bytes.readUInt16LE(8);
  const header = bytes.toString('latin1', 10, begin);
  const Type = TYPES[/'descr': '([^']+)'/.exec(header)[1]];
  const shape = (/\(([^)]*)\)/.exec(header)[1].match(/\d+/g) ?? []).map(Number);
  return {
    shape,
    data: new Type(bytes.buffer.slice(bytes.byteOffset + begin, bytes.byteOffset + bytes.length)),
  };
}
