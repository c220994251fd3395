/** The high half of two 32-bit numbers times each other, from halves of 16 bits; the low one is `Math.imul`. */
function high(a: number, b: number): number {
  const [a1, a0] = [a >>> 16, a & 0xffff];
  const [b1, b0] = [b >>> 16, b & 0xffff];
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const other = a0 * b1 + (middle & 0xffff);
  return (a1 * b1 + (middle >>> 16) + (other >>> 16)) | 0;
}

/**
 * Philox 4×32 with ten rounds: four 32-bit numbers from a counter of four and a key of two, which look random and are the
 * same whoever asks, in whatever order. Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, 2011.
 */
export function philox(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): readonly [number, number, number, number] {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const high0 = high(0xd2511f53, c0);
    const low0 = Math.imul(0xd2511f53, c0);
    const high1 = high(0xcd9e8d57, c2);
    const low1 = Math.imul(0xcd9e8d57, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0];
}

/** Four numbers of a layer: those of values 4·`four` … 4·`four` + 3 of an example of the batch, in a step. */
export function drawn(seed: number, layer: number, four: number, example: number, step: number) {
  return philox(
    [four >>> 0, example >>> 0, step >>> 0, Math.floor(step / 2 ** 32)],
    [seed >>> 0, layer >>> 0],
  );
}

/** A value is dropped where its 32 bits are below this: no more than one value in 2³² is misjudged. */
export function thresholdOf(rate: number): number {
  return Math.min(Math.round(rate * 2 ** 32), 2 ** 32 - 1);
}
