import { clearRun, copyRun } from '../row';
import { shift } from '../variants/real';

/** Bytes from which the machine's own copying and filling is the quicker: to call it takes as long as a short copy. */
const long: usize = 1024;

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
    if (y < 0 || y >= height) clear(to, rowBytes);
    else {
      const from = picture + <usize>(y * width + first) * pixel;
      clear(to, before);
      if (bytes < long) copyRun(from, to + before, to + before + bytes);
      else memory.copy(to + before, from, bytes);
      clear(to + before + bytes, rowBytes - before - bytes);
    }
    to += rowBytes;
  }
}

// @ts-expect-error: decorator
@inline
function clear(to: usize, bytes: usize): void {
  if (bytes < long) clearRun(to, to + bytes);
  else memory.fill(to, 0, bytes);
}
