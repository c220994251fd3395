import * as z from 'zod';
import type { Floats } from '../core/kernels/kernels';
import { formatShape } from '../core/shape';
import { isMachineOrder, type StoredType, toMachineOrder } from '../data/arrays/storedType';
import { quoted } from '../data/sentence';
import { doubleKey } from './doubleKey';

/** An array by its name, row after row. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Floats;
}

export interface Safetensors {
  readonly tensors: readonly Tensor[];
  /** The texts under `__metadata__`. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Why bytes aren't a safetensors file that can be read: one sentence for the user. */
export class SafetensorsFault extends Error {}

const headerLimit = 100_000_000;
const bytesPer = { F32: 4, F64: 8 } as const;

const entrySchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});

/**
 * The bytes of a safetensors file: the header's length (8 bytes, little-endian), the header as JSON padded with spaces
 * to a multiple of 8, then the values of each tensor, little-endian.
 */
export function writeSafetensors({ tensors, metadata }: Safetensors): Uint8Array {
  let offset = 0;
  const entries = tensors.map(({ name, shape, data }): [string, unknown] => {
    const dtype = data instanceof Float64Array ? 'F64' : 'F32';
    return [name, { dtype, shape, data_offsets: [offset, (offset += data.byteLength)] }];
  });
  if (Object.keys(metadata).length > 0) entries.unshift(['__metadata__', metadata]);
  const text = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)));
  const headerLength = Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(8 + headerLength + offset);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerLength), true);
  bytes.fill(0x20, 8, 8 + headerLength);
  bytes.set(text, 8);
  let position = 8 + headerLength;
  for (const { data } of tensors) {
    const values = bytes.subarray(position, (position += data.byteLength));
    values.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    toMachineOrder(values, stored(data.BYTES_PER_ELEMENT));
  }
  return bytes;
}

/**
 * Reads a safetensors file with tensors of type F32 and F64. Nothing is allocated before its size has been checked
 * against the file's; values may be views of `bytes`. Throws a `SafetensorsFault` where the file is damaged or holds other types.
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) fault('it has fewer than 8 bytes');
  // in a file of another kind, what stands in the place of the header's length means nothing
  if (bytes[8] !== '{'.charCodeAt(0)) throw new SafetensorsFault('This isn’t a weights file (.safetensors).');
  const declared = view.getBigUint64(0, true);
  if (declared > BigInt(Math.min(bytes.length - 8, headerLimit))) {
    fault(`its header claims ${declared} bytes, but the file has ${bytes.length}`);
  }
  const headerLength = Number(declared);
  const header = parseHeader(bytes.subarray(8, 8 + headerLength));
  const metadata = z.record(z.string(), z.string()).safeParse(header.get('__metadata__') ?? {});
  if (!metadata.success) fault('its metadata are not texts');
  header.delete('__metadata__');

  const start = 8 + headerLength;
  const available = bytes.length - start;
  const regions: Region[] = [];
  const tensors = [...header].map(([name, written]): Tensor => {
    const entry = entrySchema.safeParse(written);
    if (!entry.success) fault(`its entry for ${quoted(name)} isn’t a tensor’s`);
    const { dtype, shape, data_offsets: offsets } = entry.data;
    if (dtype !== 'F32' && dtype !== 'F64')
      fault(`${name} is of type ${dtype}; only F32 and F64 can be read`);
    const [from, to] = offsets;
    const count = shape.reduce((product, size) => product * size, 1);
    if (to > available || from > to) fault(`${name} lies outside the file: it has been cut short or damaged`);
    if (count * bytesPer[dtype] !== to - from) {
      fault(
        `${name} has ${to - from} bytes, but its shape ${formatShape(shape)} needs ${count * bytesPer[dtype]}`,
      );
    }
    regions.push({ name, from, to });
    return { name, shape, data: numbers(bytes.subarray(start + from, start + to), dtype) };
  });

  checkFilled(regions, available);
  return { tensors, metadata: metadata.data };
}

/** The bytes of a tensor. */
interface Region {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The tensors follow each other without a gap up to the end of the file, as the library that defines the format demands. */
function checkFilled(regions: readonly Region[], available: number): void {
  let end = 0;
  let before = '';
  for (const { name, from, to } of [...regions].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < end) fault(`${before} and ${name} overlap`);
    if (from > end) fault(`${from - end} bytes before ${name} belong to no tensor`);
    end = to;
    before = name;
  }
  if (end < available) fault(`${available - end} bytes at its end belong to no tensor`);
}

/** The values of a tensor: a view of the file's where the machine can take them as they lie, since they may be gigabytes. */
function numbers(bytes: Uint8Array, dtype: 'F32' | 'F64'): Floats {
  const size = bytesPer[dtype];
  const taken = isMachineOrder(stored(size)) && bytes.byteOffset % size === 0;
  const values = taken ? bytes : new Uint8Array(bytes);
  toMachineOrder(values, stored(size));
  const { buffer, byteOffset } = values;
  const count = values.length / size;
  return dtype === 'F64'
    ? new Float64Array(buffer, byteOffset, count)
    : new Float32Array(buffer, byteOffset, count);
}

/** The numbers of the file: turned round where they aren't the machine's. */
const stored = (bytes: number): StoredType => ({ kind: 'float', bytes, littleEndian: true });

/** Also a name that is there twice is a fault. A map, so that a tensor may be called `__proto__` without harm. */
function parseHeader(bytes: Uint8Array): Map<string, unknown> {
  const { text, parsed } = jsonOf(bytes);
  const twice = doubleKey(text);
  if (twice !== undefined) fault(`its header names ${quoted(twice)} twice`);
  // an object, as it begins with a brace
  return new Map(Object.entries(parsed as object));
}

function jsonOf(bytes: Uint8Array): { readonly text: string; readonly parsed: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, parsed: JSON.parse(text) };
  } catch {
    fault('its header isn’t JSON');
  }
}

function fault(reason: string): never {
  throw new SafetensorsFault(`This isn’t a weights file (.safetensors) that can be read: ${reason}.`);
}
