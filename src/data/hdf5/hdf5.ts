// The bundle `dist/hdf5.js`. It is apart because the library weighs megabytes, which only HDF5 files should cost.
// `library.ts` imports it as './hdf5.js': here that is this file, in `dist` the bundle of it.
export { ready } from 'h5wasm';
