import { loadDecoders } from '../loadDecoders';
import { type Orientation, orientationOf } from '../orientation';
import { orientationTag, tiffDirectory } from '../tiffDirectory';
import type { ImageFormat, PictureHeader } from './format';

const exifMark = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** JPEG (ITU-T T.81), baseline and progressive. */
export const jpeg: ImageFormat = {
  title: 'JPEG',
  extensions: ['.jpg', '.jpeg', '.jpe', '.jfif'],
  recognises: head => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff,

  header(head) {
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    let orientation: Orientation = 1;
    for (let at = 2; at + 10 <= head.length && head[at] === 0xff; ) {
      const marker = head[at + 1]!;
      // a marker may have any number of FF before it
      if (marker === 0xff) {
        at++;
        continue;
      }
      const end = at + 2 + view.getUint16(at + 2);
      if (marker === 0xe1 && exifMark.every((byte, i) => head[at + 4 + i] === byte)) {
        if (end > head.length) return undefined;
        const exif = tiffDirectory(head.subarray(at + 10, end));
        orientation = orientationOf(exif?.fields.get(orientationTag)?.[0]);
      }
      const isFrame =
        marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
      if (isFrame) return frame(head, view, at, orientation);
      at = end;
    }
    return undefined;
  },

  // the end mark, which some cameras follow with bytes of their own
  seemsWhole: (_head, tail) => tail.some((byte, i) => byte === 0xff && tail[i + 1] === 0xd9),

  decode: async (bytes, header) => (await loadDecoders()).jpeg(bytes, header),
};

function frame(
  head: Uint8Array,
  view: DataView,
  at: number,
  orientation: Orientation,
): PictureHeader | undefined {
  const components = head[at + 9]!;
  if (at + 10 + 3 * components > head.length) return undefined;
  if (head[at + 4] !== 8) throw new Error(`it has ${head[at + 4]} bits a colour, not 8`);
  if (components === 4) throw new Error('its colours are four inks (CMYK); save it in RGB');
  if (components !== 1 && components !== 3) throw new Error(`it has ${components} colours, not 1 or 3`);
  const kind = head[at + 1]! & 0x0f;
  if (kind > 2) throw new Error('its kind of compression (lossless, arithmetic or hierarchical) isn’t known');
  const height = view.getUint16(at + 5);
  const width = view.getUint16(at + 7);
  const pixels = width * height;
  return {
    width,
    height,
    channels: components === 1 ? 1 : 3,
    orientation,
    // four bytes a pixel where the decoder writes and where they are taken from it; of a progressive one its coefficients too
    memory: pixels * (8 + (kind === 2 ? 2 * components : 0)),
    // a block of 8 × 8 takes a bit at least
    least: Math.floor(pixels / 512),
  };
}
