import mozjpeg, { type MozJPEGModule } from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import bytesOfLibrary from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm';
import type { Picture, PictureSize } from '../picture';
import { LibraryInstance } from './libraryInstance';
import { withoutFourth } from './withoutFourth';

const library = new LibraryInstance<MozJPEGModule & { readonly HEAPU8: Uint8Array }>(mozjpeg, bytesOfLibrary);

/**
 * A JPEG as libjpeg decodes it (mozjpeg, compiled to WebAssembly). Where libjpeg would paint over what is missing in a
 * damaged file, that is a fault.
 */
export async function jpeg(bytes: Uint8Array, { channels }: PictureSize): Promise<Picture> {
  const { result, said } = await library.use(({ decode }) => decode(bytes as BufferSource, false));
  if (said.some(text => /premature end/i.test(text))) throw new Error('it is cut off');
  const damage = said.find(isDamage);
  if (damage || !result) throw new Error(damage ?? 'it is damaged');
  return withoutFourth(result, channels);
}

/** Whether what libjpeg says means that pixels are lost; bytes too many, which cameras leave between marks, aren't. */
function isDamage(text: string): boolean {
  return text.startsWith('Corrupt JPEG data') && !text.includes('extraneous bytes');
}
