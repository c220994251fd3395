import { addVector } from '../row';
import { first, last, scratch } from '../share';
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

/** What a row of the output adds to a row of the kernel, for the channels between two addresses: three places at a time. */
function ofRow(call: usize, dZ: usize, X: usize, dW: usize, from: usize, end: usize): void {
  const pixel = <usize>channels(call) << shift;
  const width = kW(call);
  let j = 0;
  for (; j + 3 <= width; j += 3) {
    // of the positions that are over the input with all three
    const begin = beginOf(call, j);
    const after = afterOf(call, j + 2);
    if (after - begin < 4) break;
    ofThree(call, dZ, X, dW, j, begin, after, from, end);
    for (let k = j; k < j + 3; k++) {
      ofPlace(call, dZ, X, dW, k, beginOf(call, k), begin, from, end);
      ofPlace(call, dZ, X, dW, k, after, afterOf(call, k), from, end);
    }
  }
  for (; j < width; j++) ofPlace(call, dZ, X, dW, j, beginOf(call, j), afterOf(call, j), from, end);
}

/** The first position of a row whose place j of the kernel is on the input, and the one after the last. */
function beginOf(call: usize, j: i32): i32 {
  // positions are to strides what places are to dilations
  return firstInside(columnAt(call, 0) + j * dilationW(call), strideW(call));
}

function afterOf(call: usize, j: i32): i32 {
  return lastInside(columnAt(call, 0) + j * dilationW(call), strideW(call), outW(call), inW(call));
}

function ofThree(
  call: usize,
  dZ: usize,
  X: usize,
  dW: usize,
  j: i32,
  begin: i32,
  after: i32,
  from: usize,
  end: usize,
): void {
  const pixel = <usize>channels(call) << shift;
  const step = <usize>strideW(call) * pixel;
  const right = <usize>dilationW(call) * pixel;
  const z = dZ + <usize>begin * pixel;
  const x = X + <usize>(columnAt(call, begin) + j * dilationW(call)) * pixel;
  const to = dW + <usize>j * pixel;
  const zEnd = dZ + <usize>after * pixel;
  // sums begin alike, as a pair of halves that are loaded
  const zeros = scratch();
  v128.store(zeros, v128.splat<Real>(0));
  v128.store(zeros, v128.splat<Real>(0), 16);
  let c = from;
  // eight channels, which V8 may pack
  for (; c + 32 <= end; c += 32) {
    let a0 = v128.load(zeros);
    let a1 = v128.load(zeros, 16);
    let b0 = v128.load(zeros);
    let b1 = v128.load(zeros, 16);
    let c0 = v128.load(zeros);
    let c1 = v128.load(zeros, 16);
    let at = x + c;
    for (let g = z + c; g < zEnd + c; g += pixel) {
      const g0 = v128.load(g);
      const g1 = v128.load(g, 16);
      let p = at;
      a0 = fma(g0, v128.load(p), a0);
      a1 = fma(g1, v128.load(p, 16), a1);
      p += right;
      b0 = fma(g0, v128.load(p), b0);
      b1 = fma(g1, v128.load(p, 16), b1);
      p += right;
      c0 = fma(g0, v128.load(p), c0);
      c1 = fma(g1, v128.load(p, 16), c1);
      at += step;
    }
    let sum = to + c;
    v128.store(sum, v128.add<Real>(v128.load(sum), a0));
    v128.store(sum, v128.add<Real>(v128.load(sum, 16), a1), 16);
    sum += pixel;
    v128.store(sum, v128.add<Real>(v128.load(sum), b0));
    v128.store(sum, v128.add<Real>(v128.load(sum, 16), b1), 16);
    sum += pixel;
    v128.store(sum, v128.add<Real>(v128.load(sum), c0));
    v128.store(sum, v128.add<Real>(v128.load(sum, 16), c1), 16);
  }
  for (; c < end; c += 16) {
    let s0 = v128.splat<Real>(0);
    let s1 = s0;
    let s2 = s0;
    let at = x + c;
    for (let g = z + c; g < zEnd + c; g += pixel) {
      const gradient = v128.load(g);
      s0 = fma(gradient, v128.load(at), s0);
      s1 = fma(gradient, v128.load(at + right), s1);
      s2 = fma(gradient, v128.load(at + 2 * right), s2);
      at += step;
    }
    addVector(s0, to + c, to + end);
    addVector(s1, to + pixel + c, to + pixel + end);
    addVector(s2, to + 2 * pixel + c, to + 2 * pixel + end);
  }
}

/** One place of the kernel, over some positions. */
function ofPlace(
  call: usize,
  dZ: usize,
  X: usize,
  dW: usize,
  j: i32,
  begin: i32,
  after: i32,
  from: usize,
  end: usize,
): void {
  if (begin >= after) return;
  const pixel = <usize>channels(call) << shift;
  const step = <usize>strideW(call) * pixel;
  const first = X + <usize>(columnAt(call, begin) + j * dilationW(call)) * pixel;
  const place = dW + <usize>j * pixel;
  for (let c = from; c < end; c += 16) {
    let z = dZ + <usize>begin * pixel + c;
    let x = first + c;
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
    addVector(v128.add<Real>(even, odd), place + c, place + end);
  }
}
