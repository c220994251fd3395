import type { StoredNumbers } from './operands';

/** The types of stored numbers, in the order by which `src/wasm/stored.ts` knows them. */
export const storedTypes = [
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Int32Array,
  Float32Array,
  Float64Array,
] as const;

/** The place of an array's type among them. */
export const storedType = (data: StoredNumbers) => storedTypes.findIndex(type => data instanceof type);
