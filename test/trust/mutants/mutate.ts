/** Numbers from 0 to 1, the same for a seed (mulberry32, by Tommy Ettinger). */
export function drawsOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Values that sizes, counts and places have at their ends. */
const extremes = [
  0n,
  1n,
  0x7fn,
  0x80n,
  0xffn,
  0x7fffn,
  0xffffn,
  0x7fff_ffffn,
  0x8000_0000n,
  0xffff_ffffn,
  2n ** 53n,
  2n ** 63n - 1n,
  2n ** 64n - 1n,
];
const texts = [
  '-1',
  '0',
  '1e308',
  '99999999999999999999',
  'NaN',
  '2147483648',
  '\n',
  '"',
  '\0',
  '\u2028',
  '{',
  '[[',
  ',,',
];

/** A file that is no longer what it was: bits turned, a piece cut out, doubled or brought from elsewhere, an end cut off, a size at its end. */
export function mutate(seed: Uint8Array, draw: () => number): Uint8Array {
  let bytes = seed;
  const times = 1 + Math.floor(draw() * 3);
  for (let i = 0; i < times; i++) bytes = kinds[Math.floor(draw() * kinds.length)]!(bytes, draw);
  return bytes;
}

type Mutation = (bytes: Uint8Array, draw: () => number) => Uint8Array;

/** The beginning and the end are where sizes stand. */
function placeIn(bytes: Uint8Array, draw: () => number): number {
  const span = draw() < 0.5 ? Math.min(bytes.length, 200) : bytes.length;
  const at = Math.floor(draw() * span);
  return draw() < 0.2 ? bytes.length - 1 - at : at;
}

function spliced(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const end = Math.min(bytes.length, at + removed);
  const result = new Uint8Array(at + added.length + bytes.length - end);
  result.set(bytes.subarray(0, at));
  result.set(added, at);
  result.set(bytes.subarray(end), at + added.length);
  return result;
}

const bits: Mutation = (bytes, draw) => {
  const result = bytes.slice();
  for (let i = Math.floor(draw() * 4); i >= 0; i--) {
    const at = placeIn(bytes, draw);
    if (at >= 0 && at < result.length) result[at]! ^= 1 << Math.floor(draw() * 8);
  }
  return result;
};

const sizes: Mutation = (bytes, draw) => {
  const result = bytes.slice();
  const width = 2 ** Math.floor(draw() * 4);
  const at = Math.max(0, Math.min(placeIn(bytes, draw), result.length - width));
  const value = extremes[Math.floor(draw() * extremes.length)]!;
  const isBig = draw() < 0.5;
  for (let i = 0; i < width && at + i < result.length; i++)
    result[at + (isBig ? width - 1 - i : i)] = Number((value >> BigInt(8 * i)) & 0xffn);
  return result;
};

const words: Mutation = (bytes, draw) => {
  const text = new TextEncoder().encode(texts[Math.floor(draw() * texts.length)]!);
  return spliced(bytes, Math.max(0, placeIn(bytes, draw)), Math.floor(draw() * 3), text);
};

const kinds: readonly Mutation[] = [
  bits,
  bits,
  sizes,
  sizes,
  words,
  (bytes, draw) => bytes.slice(0, Math.floor(draw() * bytes.length)),
  (bytes, draw) =>
    spliced(bytes, Math.max(0, placeIn(bytes, draw)), Math.floor(draw() * 60), new Uint8Array(0)),
  (bytes, draw) => {
    const from = Math.floor(draw() * bytes.length);
    const piece = bytes.slice(from, from + Math.floor(draw() * 100));
    return spliced(bytes, Math.max(0, placeIn(bytes, draw)), draw() < 0.5 ? piece.length : 0, piece);
  },
];
