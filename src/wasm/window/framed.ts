import { shift } from '../variants/real';

/**
 * Copies rows y0 … y1 of a picture (height, width, channels) with a frame of zeros: columns `left` before it, and up to `wide`
 * in all; rows beyond it are zero.
 */
export function framed(
  picture: usize,
  height: i32,
  width: i32,
  channels: i32,
  left: i32,
  wide: i32,
  y0: i32,
  y1: i32,
  to: usize,
): void {
  const pixel = (<usize>channels) << shift;
  const rowBytes = <usize>wide * pixel;
  const first = max(0, -left);
  // a padding may be wider than all that the kernel covers
  const frame = min(max(left, 0), wide);
  const count = max(0, min(width - first, wide - frame));
  const before = <usize>frame * pixel;
  const bytes = <usize>count * pixel;
  for (let y = y0; y < y1; y++) {
    if (y < 0 || y >= height) memory.fill(to, 0, rowBytes);
    else {
      memory.fill(to, 0, before);
      memory.copy(to + before, picture + <usize>(y * width + first) * pixel, bytes);
      memory.fill(to + before + bytes, 0, rowBytes - before - bytes);
    }
    to += rowBytes;
  }
}
