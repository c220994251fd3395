import { loadDecoders } from '../loadDecoders';
import { orientationOf } from '../orientation';
import { orientationTag, tiffDirectory } from '../tiffDirectory';
import type { ImageFormat } from './format';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const end = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
/** Samples a pixel, by PNG's type of colour. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Portable Network Graphics (W3C). Transparency is dropped, and of 16 bits the upper 8 are kept, as Pillow does for colours. */
export const png: ImageFormat = {
  title: 'PNG',
  extensions: ['.png'],
  recognises: head => signature.every((byte, i) => head[i] === byte),

  header(head) {
    if (head.length < 33) return undefined;
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const [depth, colour] = [head[24]!, head[25]!];
    const found = samples[colour];
    if (!found || ![1, 2, 4, 8, 16].includes(depth)) throw new Error('its header is damaged');
    const chunks = chunksBeforePixels(head, view);
    if (!chunks) return undefined;
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    const stored = Math.ceil((width * found * depth) / 8) * height;
    return {
      width,
      height,
      channels: colour === 0 || colour === 4 ? 1 : 3,
      orientation: orientationOf(chunks.exif && tiffDirectory(chunks.exif)?.fields.get(orientationTag)?.[0]),
      // inflated, unfiltered, and as the picture
      memory: 3 * stored + width * height * 3,
      // deflate makes at most 1032 bytes of one
      least: Math.floor(stored / 1032),
      ...(chunks.animated ? { lost: 'frames' } : depth === 16 ? { lost: 'bits' } : {}),
    };
  },

  seemsWhole: (_head, tail) => end.every((byte, i) => tail[tail.length - end.length + i] === byte),

  decode: async (bytes, header) => (await loadDecoders()).png(bytes, header),
};

/** What stands before the pixels; undefined where `head` ends before them. */
function chunksBeforePixels(
  head: Uint8Array,
  view: DataView,
): { exif?: Uint8Array; animated: boolean } | undefined {
  let exif: Uint8Array | undefined;
  let animated = false;
  for (let at = 8; at + 8 <= head.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...head.subarray(at + 4, at + 8));
    if (type === 'IDAT' || type === 'IEND') return { ...(exif ? { exif } : {}), animated };
    if (type === 'acTL') animated = true;
    if (type === 'eXIf') exif = head.subarray(at + 8, at + 8 + view.getUint32(at));
  }
  return undefined;
}
