/** The checksum of HDF5's metadata: Bob Jenkins' lookup3 (2006), from 0. @param {Buffer} bytes */
export function lookup3(bytes) {
  let a = (0xdeadbeef + bytes.length) | 0;
  let b = a;
  let c = a;
  const padded = Buffer.alloc(Math.max(12, Math.ceil(bytes.length / 12) * 12));
  bytes.copy(padded);
  for (let at = 0; at < padded.length; at += 12) {
    a = (a + padded.readInt32LE(at)) | 0;
    b = (b + padded.readInt32LE(at + 4)) | 0;
    c = (c + padded.readInt32LE(at + 8)) | 0;
    if (at + 12 < padded.length) {
      [a, c] = mixed(a, b, c, 4);
      [b, a] = mixed(b, c, a, 6);
      [c, b] = mixed(c, a, b, 8);
      [a, c] = mixed(a, b, c, 16);
      [b, a] = mixed(b, c, a, 19);
      [c, b] = mixed(c, a, b, 4);
    }
  }
  c = last(c, b, 14);
  a = last(a, c, 11);
  b = last(b, a, 25);
  c = last(c, b, 16);
  a = last(a, c, 4);
  b = last(b, a, 14);
  return last(c, b, 24) >>> 0;
}

const turned = (x, bits) => (x << bits) | (x >>> (32 - bits));
const mixed = (x, y, z, bits) => [((x - z) ^ turned(z, bits)) | 0, (z + y) | 0];
const last = (x, y, bits) => ((x ^ y) - turned(y, bits)) | 0;
