import { loadDecoders } from '../loadDecoders';
import { type Orientation, orientationOf } from '../orientation';
import { orientationTag, tiffDirectory } from '../tiffDirectory';
import type { ImageFormat, PictureHeader } from './format';

/** WebP (RFC 9649), lossy and lossless. Transparency is dropped. */
export const webp: ImageFormat = {
  title: 'WebP',
  extensions: ['.webp'],
  recognises: head => textAt(head, 0) === 'RIFF' && textAt(head, 8) === 'WEBP',

  header(head) {
    if (head.length < 30) return undefined;
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const kind = textAt(head, 12);
    if (kind === 'VP8 ')
      return headerOf(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff, 1);
    if (kind === 'VP8L') {
      const bits = view.getUint32(21, true);
      return headerOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, 1);
    }
    if (kind !== 'VP8X') throw new Error('its header is damaged');
    const flags = head[20]!;
    if (flags & 0x02) throw new Error('it is animated; save its first picture as PNG');
    const orientation = flags & 0x08 ? exifOrientation(head, view) : 1;
    const [width, height] = [1 + threeBytes(head, 24), 1 + threeBytes(head, 27)];
    return orientation && headerOf(width, height, orientation);
  },

  seemsWhole: (head, _tail, size) =>
    head.length >= 8 && new DataView(head.buffer, head.byteOffset).getUint32(4, true) + 8 <= size,

  decode: async bytes => (await loadDecoders()).webp(bytes),
};

/** Of so many pixels a few bytes may tell, as of an empty mask. */
const freePixels = 1_000_000;
/** Pixels that a byte may stand for in a larger one: lossy, one colour all over is 560; lossless, it has no end. */
const mostPixels = 4000;

function headerOf(width: number, height: number, orientation: Orientation): PictureHeader {
  // four bytes a pixel where the decoder writes, where they are taken from it, and as much while it works
  const pixels = width * height;
  const least = pixels > freePixels ? Math.floor(pixels / mostPixels) : 0;
  return { width, height, channels: 3, orientation, memory: pixels * 12, least };
}

/** The EXIF chunk stands behind the pixels; undefined where `head` ends before it. */
function exifOrientation(head: Uint8Array, view: DataView): Orientation | undefined {
  for (let at = 12; at + 8 <= head.length; ) {
    const size = view.getUint32(at + 4, true);
    if (textAt(head, at) === 'EXIF' && at + 8 + size <= head.length) {
      const content = head.subarray(at + 8, at + 8 + size);
      // some writers keep the mark that EXIF has in JPEG
      const exif = textAt(content, 0) === 'Exif' ? content.subarray(6) : content;
      return orientationOf(tiffDirectory(exif)?.fields.get(orientationTag)?.[0]);
    }
    at += 8 + size + (size & 1);
    // the last chunk is behind us, and there was none
    if (at >= view.getUint32(4, true) + 8) return 1;
  }
  return undefined;
}

function threeBytes(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
