/** The layouts of IEEE 754 behind the size of a float, as HDF5 writes them: exponent at, bits, mantissa at, bits, bias. */
const ieee: ReadonlyMap<number, readonly number[]> = new Map([
  [2, [10, 5, 0, 10, 15]],
  [4, [23, 8, 0, 23, 127]],
  [8, [52, 11, 0, 52, 1023]],
]);

/**
 * The sizes of floating-point types in bytes of a file's headers that aren't laid out as IEEE 754 has it, such as bfloat16.
 * The library tells of a type only its size, so what describes types (HDF5's file format, IV.A.2.d) is looked for where it reads.
 */
export function* otherFloats(bytes: Uint8Array): Generator<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 20 <= bytes.length; at++) {
    // the class of floats, in any version
    if ((bytes[at]! & 15) !== 1 || bytes[at]! >> 4 === 0 || bytes[at]! >> 4 > 5) continue;
    const size = view.getUint32(at + 4, true);
    const layout = ieee.get(size);
    // all bits of it are used, from the first on
    if (!layout || view.getUint16(at + 8, true) !== 0 || view.getUint16(at + 10, true) !== 8 * size) continue;
    const found = [...bytes.subarray(at + 12, at + 16), view.getUint32(at + 16, true)];
    if (found.some((part, i) => part !== layout[i])) yield size;
  }
}
