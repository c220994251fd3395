import type { Numbers } from './numericArray';

/** How numbers lie in a file: booleans, signed, unsigned and floating-point numbers of some bytes each. */
export interface StoredType {
  readonly kind: 'bool' | 'int' | 'uint' | 'float';
  readonly bytes: number;
  readonly littleEndian: boolean;
}

type NumbersType = {
  new (length: number): Numbers;
  new (buffer: ArrayBufferLike, from: number, length: number): Numbers;
  readonly BYTES_PER_ELEMENT: number;
};

interface Conversion {
  /** The type they are kept in. */
  readonly kept: NumbersType;
  /** Absent where the bytes are kept as they are. */
  readonly read?: (view: DataView, at: number, littleEndian: boolean) => number;
}

// 64-bit whole numbers become float64, exact up to 2⁵³; half floats become float32
const conversions: Readonly<Record<string, Conversion>> = {
  bool1: { kept: Uint8Array, read: (view, at) => (view.getUint8(at) ? 1 : 0) },
  int1: { kept: Int8Array },
  uint1: { kept: Uint8Array },
  int2: { kept: Int16Array },
  uint2: { kept: Uint16Array },
  int4: { kept: Int32Array },
  uint4: { kept: Uint32Array },
  int8: { kept: Float64Array, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  uint8: { kept: Float64Array, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  float2: { kept: Float32Array, read: (view, at, little) => halfFloat(view.getUint16(at, little)) },
  float4: { kept: Float32Array },
  float8: { kept: Float64Array },
};

export function conversionOf(type: StoredType): Conversion | undefined {
  return conversions[type.kind + type.bytes];
}

/** As NumPy calls the type: `int64`, `float16`, `bool`. */
export function nameOfType(type: StoredType): string {
  return type.kind === 'bool' ? 'bool' : `${type.kind}${type.bytes * 8}`;
}

/** The value of a 16-bit float (IEEE 754 binary16): 1 sign, 5 exponent, 10 fraction bits. */
export function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const machineIsLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Whether the bytes of the file are, but for swapping, the bytes that are kept. */
export function isKeptAsStored(type: StoredType): boolean {
  return conversionOf(type)?.read === undefined;
}

/** Turns each number's bytes round in place, where the file's order isn't this machine's. */
export function toMachineOrder(bytes: Uint8Array, type: StoredType): void {
  if (!isMachineOrder(type)) turnRound(bytes, type.bytes);
}

/** Whether numbers are stored as this machine holds them. */
export function isMachineOrder({ bytes, littleEndian }: StoredType): boolean {
  return bytes === 1 || littleEndian === machineIsLittleEndian;
}

/** Turns the bytes of each number of `size` bytes round in place. */
export function turnRound(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}
