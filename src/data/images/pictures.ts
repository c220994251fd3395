// The bundle `dist/pictures.js`. `loadDecoders.ts` imports it as './pictures.js': here that is this file, in `dist` the
// bundle of it.
export { gif } from './decoders/gif';
export { jpeg } from './decoders/jpeg';
export { png } from './decoders/png';
export { webp } from './decoders/webp';
