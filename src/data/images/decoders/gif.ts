import type { Picture, PictureSize } from '../picture';

/** First rows and steps of the four passes in which an interlaced frame is written. */
const passes = [
  { from: 0, step: 8 },
  { from: 4, step: 8 },
  { from: 2, step: 4 },
  { from: 1, step: 2 },
];

/**
 * The first frame of a GIF (CompuServe GIF 89a). A pixel that is see-through keeps the colour it has in the table, as in
 * Pillow; what the frame leaves free has the background's.
 */
export async function gif(bytes: Uint8Array, size: PictureSize): Promise<Picture> {
  const { frame, at, background, globalTable } = firstFrame(bytes);
  const { x, y, width, height, packed } = frame;
  if (x + width > size.width || y + height > size.height)
    throw new Error('its first frame doesn’t fit into it');
  const local = tableOf(bytes, packed, at);
  const table = local ?? globalTable;
  if (!table) throw new Error('it has no colours');
  const from = at + (local?.length ?? 0);
  const indices = unpack(bytes, from, width * height);

  const pixels = new Uint8Array(size.width * size.height * 3);
  if (globalTable && (width < size.width || height < size.height)) {
    const colour = globalTable.subarray(3 * background, 3 * background + 3);
    if (colour.some(value => value !== 0)) for (let i = 0; i < pixels.length; i += 3) pixels.set(colour, i);
  }
  let read = 0;
  for (const row of rowsOf(height, (packed & 0x40) !== 0)) {
    let target = ((y + row) * size.width + x) * 3;
    for (let column = 0; column < width; column++) {
      const colour = 3 * indices[read++]!;
      if (colour >= table.length) throw new Error('it is damaged: a colour isn’t in its table');
      for (let c = 0; c < 3; c++) pixels[target++] = table[colour + c]!;
    }
  }
  return { width: size.width, height: size.height, channels: 3, pixels };
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly packed: number;
}

/** The first frame, and where what follows its header begins. */
function firstFrame(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const globalTable = tableOf(bytes, bytes[10]!, 13);
  let at = 13 + (globalTable?.length ?? 0);
  while (bytes[at] === 0x21) at = blocks(bytes, at + 2, () => undefined);
  if (bytes[at] !== 0x2c || at + 10 > bytes.length) throw new Error('it is cut off');
  const frame: Frame = {
    x: view.getUint16(at + 1, true),
    y: view.getUint16(at + 3, true),
    width: view.getUint16(at + 5, true),
    height: view.getUint16(at + 7, true),
    packed: bytes[at + 9]!,
  };
  return { frame, at: at + 10, background: bytes[11]!, globalTable };
}

/** The table of colours that a packed field tells of, three bytes each. */
function tableOf(bytes: Uint8Array, packed: number, at: number): Uint8Array | undefined {
  if (!(packed & 0x80)) return undefined;
  const length = 3 * 2 ** ((packed & 7) + 1);
  if (at + length > bytes.length) throw new Error('it is cut off');
  return bytes.subarray(at, at + length);
}

/** Gives the blocks from `at` on to `take`, and says where what follows them begins. */
function blocks(bytes: Uint8Array, at: number, take: (block: Uint8Array) => void): number {
  while (true) {
    const length = bytes[at];
    if (length === undefined || at + 1 + length > bytes.length) throw new Error('it is cut off');
    if (length === 0) return at + 1;
    take(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
}

/** `count` indices of colours, packed by LZW with codes of 3 to 12 bits, the lower bits first. */
function unpack(bytes: Uint8Array, at: number, count: number): Uint8Array {
  const least = bytes[at]!;
  if (!(least >= 1 && least <= 8)) throw new Error('it is damaged');
  const result = new Uint8Array(count);
  const clear = 2 ** least;
  const end = clear + 1;
  // the text of a code is that of `prefix` with `last` behind it
  const prefix = new Uint16Array(4096);
  const last = new Uint8Array(4096);
  const lengths = new Uint16Array(4096);
  for (let i = 0; i < clear; i++) {
    last[i] = i;
    lengths[i] = 1;
  }
  let [next, bits, before] = [end + 1, least + 1, -1];
  let [held, holds, written, ended] = [0, 0, 0, false];

  const take = (code: number) => {
    if (code === clear) {
      [next, bits, before] = [end + 1, least + 1, -1];
      return;
    }
    if (code === end) {
      ended = true;
      return;
    }
    if (code > next || (code === next && before < 0)) throw new Error('it is damaged');
    // the code that is just being made is the text before with its first index behind it
    const text = code < next ? code : before;
    let length = lengths[text]!;
    for (let part = text, i = length - 1; i >= 0; i--, part = prefix[part]!)
      result[written + i] = last[part]!;
    if (code === next) result[written + length++] = result[written]!;
    if (before >= 0 && next < 4096) {
      prefix[next] = before;
      last[next] = result[written]!;
      lengths[next] = lengths[before]! + 1;
      if (++next === 2 ** bits && bits < 12) bits++;
    }
    before = code;
    written += length;
  };

  blocks(bytes, at + 1, block => {
    for (const byte of block) {
      held |= byte << holds;
      holds += 8;
      while (holds >= bits && !ended && written < count) {
        const code = held & (2 ** bits - 1);
        held >>>= bits;
        holds -= bits;
        take(code);
      }
      if (ended || written >= count) return;
    }
  });
  if (written < count) throw new Error('it is cut off');
  return result;
}

function* rowsOf(height: number, interlaced: boolean): Generator<number, undefined> {
  for (const { from, step } of interlaced ? passes : [{ from: 0, step: 1 }])
    for (let row = from; row < height; row += step) yield row;
}
