import { clearRun, copyRun } from '../row';
import { shift } from '../variants/real';
import { channels, inH, inW, padLeft, padTop, reach, strideH, wide } from './window';

/** Bytes from which the machine's own copying and filling is the quicker: to call it takes as long as a short copy. */
const long: usize = 1024;

/** What `rows` rows of places cover of an example at x, from the row of places i0 on, with the frame of padding. */
export function covered(window: usize, x: usize, example: i32, i0: i32, rows: i32, to: usize): void {
  const picture = x + ((<usize>example * <usize>(inH(window) * inW(window) * channels(window))) << shift);
  const y0 = i0 * strideH(window) - padTop(window);
  const y1 = y0 + (rows - 1) * strideH(window) + reach(window);
  framed(picture, inH(window), inW(window), channels(window), padLeft(window), wide(window), y0, y1, to);
}

/**
 * Copies rows y0 … y1 of a picture (height, width, depth) with a frame of zeros: columns `left` before it, and up to `length`
 * in all; rows beyond it are zero.
 */
export function framed(
  picture: usize,
  height: i32,
  width: i32,
  depth: i32,
  left: i32,
  length: i32,
  y0: i32,
  y1: i32,
  to: usize,
): void {
  const pixel = (<usize>depth) << shift;
  const rowBytes = <usize>length * pixel;
  const first = max(0, -left);
  // a padding may be wider than all that the kernel covers
  const frame = min(max(left, 0), length);
  const count = max(0, min(width - first, length - frame));
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
