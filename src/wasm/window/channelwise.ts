import { put } from '../row';
import { scratch } from '../share';
import { fma } from '../variants/fma';
import { Real, shift } from '../variants/real';
import {
  channels,
  columnAt,
  dilationH,
  dilationW,
  firstInside,
  inH,
  inW,
  kH,
  kW,
  lastInside,
  outH,
  outW,
  rowAt,
  strideW,
} from './window';

/** Bytes of offsets, at most: kernels of more places are gone over one position at a time. */
const room: usize = 1 << 19;

/**
 * Each channel of an example convolved with its own kernel: Z = b + W∗X, or Z += W∗X. X (inH, inW, C), Z (outH, outW, C), b (C), or 0 for
 * none; W is (kH·kW, C), or `turned` read from its last place to its first, for the gradient by the input. Every sum runs
 * over the places of the window in their order. Four positions beside each other share what is loaded of W; that of a
 * place of the kernel to the next is a list, so that the sums are those of one loop.
 */
export function channelwise(window: usize, X: usize, W: usize, turned: bool, b: usize, Z: usize, add: bool): void {
  const pixel = <usize>channels(window) << shift;
  const line = <usize>inW(window) * pixel;
  const taps = kH(window) * kW(window);
  const kernel = turned ? W + <usize>(taps - 1) * pixel : W;
  const next = turned ? 0 - pixel : pixel;
  const listed = ((<usize>taps) << 2) <= room;
  const offsets = scratch();
  if (listed) listOffsets(window, offsets, line, pixel);
  const zeros = scratch() + room;
  v128.store(zeros, v128.splat<Real>(0), 0);
  v128.store(zeros, v128.splat<Real>(0), 16);
  const step = <usize>strideW(window) * pixel;
  // positions are to strides what places are to dilations
  const begin = firstInside(columnAt(window, 0), strideW(window));
  const lastColumn = columnAt(window, 0) + (kW(window) - 1) * dilationW(window);
  const after = lastInside(lastColumn, strideW(window), outW(window), inW(window));
  let to = Z;
  for (let y = 0; y < outH(window); y++) {
    const row = rowAt(window, y);
    const top = firstInside(row, dilationH(window));
    const bottom = lastInside(row, dilationH(window), kH(window), inH(window));
    const from = offsets + ((<usize>(top * kW(window))) << 2);
    const end = offsets + ((<usize>(bottom * kW(window))) << 2);
    for (let x = 0; x < outW(window); ) {
      const corner = X + <usize>(row * inW(window) + columnAt(window, x)) * pixel;
      if (listed && x >= begin && x + 4 <= after) {
        const weights = kernel + <usize>(top * kW(window)) * next;
        ofFour(corner, step, from, end, weights, next, add ? 0 : b, zeros, to, pixel, add);
        x += 4;
        to += 4 * pixel;
      } else {
        ofOne(window, corner, line, top, bottom, columnAt(window, x), kernel, next, add ? to : b, to);
        x++;
        to += pixel;
      }
    }
  }
}

/** How far each place of the kernel lies from its first, one after the other. */
function listOffsets(window: usize, offsets: usize, line: usize, pixel: usize): void {
  let at = offsets;
  for (let i = 0; i < kH(window); i++) {
    for (let j = 0; j < kW(window); j++) {
      store<usize>(at, <usize>(i * dilationH(window)) * line + <usize>(j * dilationW(window)) * pixel);
      at += 4;
    }
  }
}

/** Four positions whose places are all on the input: eight channels at a time, which V8 may pack, then four. */
function ofFour(
  x: usize,
  step: usize,
  from: usize,
  end: usize,
  weights: usize,
  next: usize,
  b: usize,
  zeros: usize,
  z: usize,
  pixel: usize,
  add: bool,
): void {
  let c: usize = 0;
  const pitch = add ? pixel : 0;
  for (; c + 32 <= pixel; c += 32) {
    let start = add ? z + c : b === 0 ? zeros : b + c;
    let a0 = v128.load(start);
    let a1 = v128.load(start, 16);
    start += pitch;
    let b0 = v128.load(start);
    let b1 = v128.load(start, 16);
    start += pitch;
    let c0 = v128.load(start);
    let c1 = v128.load(start, 16);
    start += pitch;
    let d0 = v128.load(start);
    let d1 = v128.load(start, 16);
    let w = weights + c;
    const corner = x + c;
    for (let o = from; o < end; o += 4) {
      const w0 = v128.load(w);
      const w1 = v128.load(w, 16);
      let at = corner + load<usize>(o);
      a0 = fma(w0, v128.load(at), a0);
      a1 = fma(w1, v128.load(at, 16), a1);
      at += step;
      b0 = fma(w0, v128.load(at), b0);
      b1 = fma(w1, v128.load(at, 16), b1);
      at += step;
      c0 = fma(w0, v128.load(at), c0);
      c1 = fma(w1, v128.load(at, 16), c1);
      at += step;
      d0 = fma(w0, v128.load(at), d0);
      d1 = fma(w1, v128.load(at, 16), d1);
      w += next;
    }
    let to = z + c;
    v128.store(to, a0);
    v128.store(to, a1, 16);
    to += pixel;
    v128.store(to, b0);
    v128.store(to, b1, 16);
    to += pixel;
    v128.store(to, c0);
    v128.store(to, c1, 16);
    to += pixel;
    v128.store(to, d0);
    v128.store(to, d1, 16);
  }
  for (; c < pixel; c += 16) {
    const start = add ? z + c : b === 0 ? zeros : b + c;
    let s0 = v128.load(start);
    let s1 = v128.load(start + pitch);
    let s2 = v128.load(start + 2 * pitch);
    let s3 = v128.load(start + 3 * pitch);
    let w = weights + c;
    for (let o = from; o < end; o += 4) {
      const v = v128.load(w);
      const at = x + c + load<usize>(o);
      s0 = fma(v, v128.load(at), s0);
      s1 = fma(v, v128.load(at + step), s1);
      s2 = fma(v, v128.load(at + 2 * step), s2);
      s3 = fma(v, v128.load(at + 3 * step), s3);
      w += next;
    }
    put(s0, z + c, z + pixel);
    put(s1, z + pixel + c, z + 2 * pixel);
    put(s2, z + 2 * pixel + c, z + 3 * pixel);
    put(s3, z + 3 * pixel + c, z + 4 * pixel);
  }
}

/** One position, of whose places some may be off the input. */
function ofOne(
  window: usize,
  corner: usize,
  line: usize,
  top: i32,
  bottom: i32,
  column: i32,
  kernel: usize,
  next: usize,
  start: usize,
  z: usize,
): void {
  const pixel = <usize>channels(window) << shift;
  const down = <usize>dilationH(window) * line;
  const right = <usize>dilationW(window) * pixel;
  const kernelRow = <usize>kW(window) * next;
  const left = firstInside(column, dilationW(window));
  const after = lastInside(column, dilationW(window), kW(window), inW(window));
  const first = corner + <usize>top * down + <usize>left * right;
  const weights = kernel + <usize>top * kernelRow + <usize>left * next;
  for (let c: usize = 0; c < pixel; c += 16) {
    let sum = start === 0 ? v128.splat<Real>(0) : v128.load(start + c);
    let row = first + c;
    let kernels = weights + c;
    for (let i = top; i < bottom; i++) {
      let at = row;
      let w = kernels;
      for (let j = left; j < after; j++) {
        sum = fma(v128.load(w), v128.load(at), sum);
        at += right;
        w += next;
      }
      row += down;
      kernels += kernelRow;
    }
    put(sum, z + c, z + pixel);
  }
}
