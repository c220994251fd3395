import { loadDecoders } from '../loadDecoders';
import type { ImageFormat } from './format';

/** GIF (87a and 89a). Of an animation the first frame is taken; transparency is dropped. */
export const gif: ImageFormat = {
  title: 'GIF',
  extensions: ['.gif'],
  recognises: head => /^GIF8[79]a$/.test(String.fromCharCode(...head.subarray(0, 6))),

  header(head) {
    if (head.length < 13) return undefined;
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
    return {
      width,
      height,
      channels: 3,
      orientation: 1,
      memory: width * height * 4,
      // a code of 12 bits stands for 4096 pixels at most
      least: Math.floor((width * height) / 2731),
      ...(hasSecondFrame(head) ? { lost: 'frames' } : {}),
    };
  },

  seemsWhole: (_head, tail) => tail.at(-1) === 0x3b,

  decode: async (bytes, header) => (await loadDecoders()).gif(bytes, header),
};

/** Whether a second frame begins in `head`, which the first ones of all small and most large animations do. */
function hasSecondFrame(head: Uint8Array): boolean {
  let frames = 0;
  let at = 13 + tableSize(head[10]!);
  while (at < head.length) {
    const kind = head[at];
    if (kind === 0x2c) {
      if (++frames > 1) return true;
      at += 11 + tableSize(head[at + 9] ?? 0);
    } else if (kind === 0x21) at += 2;
    else return false;
    // blocks, each with its length before it
    while (at < head.length && head[at] !== 0) at += head[at]! + 1;
    at++;
  }
  return false;
}

/** Bytes of the table of colours that a packed field tells of. */
function tableSize(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}
