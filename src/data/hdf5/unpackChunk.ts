import { fletcher32, lzf, shuffle } from './filters';
import type { Filter } from './hdf5Dataset';
import { unpackLzf } from './lzf';

/** Takes back what the filters of a chunk did to its bytes, of which `length` come out. Throws where they don't. */
export function unpackChunk(packed: Uint8Array, filters: readonly Filter[], length: number): Uint8Array {
  let bytes = packed;
  for (const [i, { id, cd_values: settings }] of [...filters.entries()].reverse()) {
    if (id === fletcher32) bytes = withoutSum(bytes);
    else if (id === shuffle) bytes = unshuffled(bytes, settings[0] ?? 1);
    else if (id === lzf) {
      const sumsInside = filters.slice(0, i).filter(before => before.id === fletcher32).length;
      const unpacked = unpackLzf(bytes, length + 4 * sumsInside);
      if (!unpacked) throw new Error('a piece of it can’t be decompressed');
      bytes = unpacked;
    }
  }
  if (bytes.length !== length) throw new Error('a piece of it has the wrong length');
  return bytes;
}

/** The first byte of every number came first, then the second of every number. */
function unshuffled(bytes: Uint8Array, size: number): Uint8Array {
  const count = Math.floor(bytes.length / size);
  const out = bytes.slice();
  for (let part = 0; part < size; part++)
    for (let i = 0; i < count; i++) out[i * size + part] = bytes[part * count + i]!;
  return out;
}

function withoutSum(bytes: Uint8Array): Uint8Array {
  const values = bytes.subarray(0, -4);
  const written = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 4 || written.getUint32(values.length, true) !== fletcherSum(values))
    throw new Error('its checksum isn’t that of its bytes');
  return values;
}

/** Fletcher's checksum of 16-bit words, most significant byte first, as HDF5 works it out. */
function fletcherSum(bytes: Uint8Array): number {
  let [low, high] = [0, 0];
  const fold = (sum: number) => (sum & 0xffff) + (sum >>> 16);
  const words = bytes.length >> 1;
  for (let word = 0; word < words; ) {
    for (const end = Math.min(words, word + 360); word < end; word++) {
      low += (bytes[2 * word]! << 8) | bytes[2 * word + 1]!;
      high += low;
    }
    low = fold(low);
    high = fold(high);
  }
  if (bytes.length % 2) {
    low += bytes.at(-1)! << 8;
    high = fold(high + low);
    low = fold(low);
  }
  low = fold(low);
  high = fold(high);
  return ((high << 16) | low) >>> 0;
}
