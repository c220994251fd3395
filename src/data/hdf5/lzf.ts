/**
 * The bytes that LZF has packed (Marc Lehmann's format, as h5py writes it): runs of up to 32 bytes as they are, and copies of
 * 3 to 264 bytes that came up to 8192 before. Undefined where they aren't `length` bytes.
 */
export function unpackLzf(packed: Uint8Array, length: number): Uint8Array | undefined {
  if (lengthOf(packed) !== length) return undefined;
  const out = new Uint8Array(length);
  let to = 0;
  for (let at = 0; at < packed.length; ) {
    const control = packed[at++]!;
    if (control < 32) {
      out.set(packed.subarray(at, at + control + 1), to);
      at += control + 1;
      to += control + 1;
      continue;
    }
    let count = (control >> 5) + 2;
    if (count === 9) count += packed[at++]!;
    let from = to - ((control & 31) << 8) - packed[at++]! - 1;
    if (from < 0) return undefined;
    // what is copied may be what is being written
    for (const end = to + count; to < end; ) out[to++] = out[from++]!;
  }
  return out;
}

/** How many bytes come out, which is known before there is room for them; undefined where the last run is cut off. */
function lengthOf(packed: Uint8Array): number | undefined {
  let length = 0;
  let at = 0;
  while (at < packed.length) {
    const control = packed[at]!;
    if (control < 32) {
      length += control + 1;
      at += control + 2;
    } else if (control < 224) {
      length += (control >> 5) + 2;
      at += 2;
    } else {
      length += 9 + (packed[at + 1] ?? 0);
      at += 3;
    }
  }
  return at === packed.length ? length : undefined;
}
