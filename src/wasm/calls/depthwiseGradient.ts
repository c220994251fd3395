import { addVector } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { sumColumns } from '../sumColumns';
import { fma } from '../variants/fma';
import { lanes, Real, shift } from '../variants/real';
import {
  besides,
  channels,
  columnAt,
  dilationH,
  dilationW,
  firstInside,
  inH,
  inputSize,
  inW,
  kH,
  kW,
  lastInside,
  outH,
  outputSize,
  outW,
  rowAt,
  strideW,
} from '../window/window';

/**
 * dW = Σ dZ times what lay under each place, and db = Σ dZ, or added to what is there. Threads take channels, so that each
 * sum is one thread's. Sums of rows are added up: both rows stay in the first cache for all channels and places of a kernel's
 * row, and less is lost than by one sum over all. [window, dZ, X, dW, db or 0, add]
 */
export function depthwiseGradient(call: usize, m: i32): void {
  const n = channels(call);
  const add = whole(call, besides + 4) !== 0;
  const pixel = <usize>n << shift;
  const line = <usize>inW(call) * pixel;
  const from = <usize>first(n, lanes) << shift;
  const end = <usize>last(n, lanes) << shift;
  const dW = address(call, besides + 2);
  if (!add) {
    for (let place = 0; place < kH(call) * kW(call); place++) {
      memory.fill(dW + <usize>place * pixel + from, 0, end - from);
    }
  }
  for (let k = 0; k < m; k++) {
    const dZ = address(call, besides) + (<usize>k * <usize>outputSize(call) << shift);
    const X = address(call, besides + 1) + (<usize>k * <usize>inputSize(call) << shift);
    for (let y = 0; y < outH(call); y++) {
      const gradients = dZ + <usize>(y * outW(call)) * pixel;
      for (let i = 0; i < kH(call); i++) {
        const row = rowAt(call, y) + i * dilationH(call);
        if (row < 0 || row >= inH(call)) continue;
        const to = dW + <usize>(i * kW(call)) * pixel;
        ofRow(call, gradients, X + <usize>row * line, to, from, end);
      }
    }
  }
  const db = address(call, besides + 3);
  if (db !== 0) sumColumns(address(call, besides), n, m * outH(call) * outW(call), db, add);
}

/** What a row of the output adds to a row of the kernel, for the channels between two addresses. */
function ofRow(call: usize, dZ: usize, X: usize, dW: usize, from: usize, end: usize): void {
  const pixel = <usize>channels(call) << shift;
  const stride = strideW(call);
  const step = <usize>stride * pixel;
  for (let c = from; c < end; c += 16) {
    for (let j = 0; j < kW(call); j++) {
      const column = columnAt(call, 0) + j * dilationW(call);
      // positions are to strides what places are to dilations
      const begin = firstInside(column, stride);
      const after = lastInside(column, stride, outW(call), inW(call));
      let z = dZ + <usize>begin * pixel + c;
      let x = X + <usize>(column + begin * stride) * pixel + c;
      let even = v128.splat<Real>(0);
      let odd = even;
      let at = begin;
      for (; at + 1 < after; at += 2) {
        even = fma(v128.load(z), v128.load(x), even);
        odd = fma(v128.load(z + pixel), v128.load(x + step), odd);
        z += 2 * pixel;
        x += 2 * step;
      }
      if (at < after) even = fma(v128.load(z), v128.load(x), even);
      const place = dW + <usize>j * pixel;
      addVector(v128.add<Real>(even, odd), place + c, place + end);
    }
  }
}
