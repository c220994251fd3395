import { decode } from 'jpeg-js';
import { pixelLimit } from '../picture';
import type { ImageFormat } from './format';

/** Memory the decoder may take: it keeps several numbers for each pixel. */
const megabytes = 2048;

/** JPEG (ITU-T T.81), baseline and progressive. */
export const jpeg: ImageFormat = {
  title: 'JPEG',
  extensions: ['.jpg', '.jpeg'],
  recognises: head => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff,

  size(head) {
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    for (let at = 2; at + 10 <= head.length && head[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
      const marker = head[at + 1]!;
      const isFrame =
        marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
      if (isFrame)
        return {
          height: view.getUint16(at + 5),
          width: view.getUint16(at + 7),
          channels: head[at + 9] === 1 ? 1 : 3,
        };
    }
    return undefined;
  },

  decode(bytes, { channels }) {
    const { width, height, data } = decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      maxResolutionInMP: pixelLimit / 1e6,
      maxMemoryUsageInMB: megabytes,
    });
    if (channels === 3) return { width, height, channels, pixels: data };
    // the three colours of a grey picture are the same
    return {
      width,
      height,
      channels,
      pixels: Uint8Array.from({ length: width * height }, (_, i) => data[3 * i]!),
    };
  },
};
