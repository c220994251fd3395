/** The library that knows Parquet's metadata, deltas and compressions; only Parquet files pay for it. */
export type ParquetLibrary = typeof import('./parquet.js');

export function loadParquet(): Promise<ParquetLibrary> {
  return import('./parquet.js');
}
