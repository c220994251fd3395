// The bundle `dist/parquet.js`. `loadParquet.ts` imports it as './parquet.js': here that is this file, in `dist` the bundle
// of it.
export { parquetMetadata } from 'hyparquet';
export { parquetHeader as pageHeader } from 'hyparquet/src/column.js';
export { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from 'hyparquet/src/delta.js';
export { compressors, decompressZstd } from 'hyparquet-compressors';
