import libwebp, { type WebPModule } from '@jsquash/webp/codec/dec/webp_dec.js';
import bytesOfLibrary from '@jsquash/webp/codec/dec/webp_dec.wasm';
import type { Picture } from '../picture';
import { LibraryInstance } from './libraryInstance';
import { withoutFourth } from './withoutFourth';

const library = new LibraryInstance<WebPModule & { readonly HEAPU8: Uint8Array }>(libwebp, bytesOfLibrary);

/** A WebP as libwebp decodes it. */
export async function webp(bytes: Uint8Array): Promise<Picture> {
  const { result } = await library.use(({ decode }) => decode(bytes as BufferSource));
  // the library says no reason
  if (!result) throw new Error('it is cut off or damaged');
  return withoutFourth(result, 3);
}
