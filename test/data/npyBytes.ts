/** A file of the NPY format, version 1, with a header of the caller's. */
export function npyBytes(
  descr: string,
  shape: readonly number[],
  data: Uint8Array,
  fortran = false,
): Uint8Array {
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dict = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${sizes}), }`;
  const header = `${dict.padEnd(117)}\n`;
  const bytes = new Uint8Array(10 + header.length + data.length);
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, header.length, 0]);
  bytes.set(new TextEncoder().encode(header), 10);
  bytes.set(data, 10 + header.length);
  return bytes;
}

/** An array of float64, as `np.save` writes it. */
export function npyOf(shape: readonly number[], values: readonly number[]): Uint8Array {
  return npyBytes('<f8', shape, new Uint8Array(Float64Array.from(values).buffer));
}

/** An array of int64, NumPy's own type for whole numbers. */
export function npyOfWhole(shape: readonly number[], values: readonly number[]): Uint8Array {
  return npyBytes('<i8', shape, new Uint8Array(BigInt64Array.from(values, BigInt).buffer));
}
