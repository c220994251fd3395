/** Numbers in the precision that a kernel set computes in. */
export type Floats = Float32Array | Float64Array;
