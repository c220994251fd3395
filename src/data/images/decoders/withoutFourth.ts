import type { Picture } from '../picture';

/** Red, green, blue and opacity of each pixel as three colours, or as grey where the three are the same; in the same memory. */
export function withoutFourth(
  { width, height, data }: { width: number; height: number; data: Uint8ClampedArray | Uint8Array },
  channels: 1 | 3,
): Picture {
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.length);
  const count = width * height;
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < channels; c++) pixels[i * channels + c] = pixels[4 * i + c]!;
  }
  return { width, height, channels, pixels: pixels.subarray(0, count * channels) };
}
