import { put } from '../row';
import { first, last, scratch } from '../share';
import { address, whole } from '../slots';
import { fma } from '../variants/fma';
import { Real, shift } from '../variants/real';
import { besideRooms } from '../window/rooms';
import { channelwise } from '../window/channelwise';
import { turnedRound } from '../window/turnedRound';
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
  strideH,
  strideW,
} from '../window/window';

/** dX = dZ times the kernels at the pixels under them, or added to what is there. [window, W, dZ, dX, add] */
export function depthwiseInputGradient(call: usize, m: i32): void {
  const W = address(call, besides);
  const dZ = address(call, besides + 1);
  const dX = address(call, besides + 2);
  const add = whole(call, besides + 3) !== 0;
  const outBytes = <usize>inputSize(call) << shift;
  const inBytes = <usize>outputSize(call) << shift;
  const end = last(m, 1);
  // with steps of one it is a convolution itself, of dZ by the kernels turned round
  const one = strideH(call) === 1 && strideW(call) === 1 && dilationW(call) === 1;
  const window = one ? turnedRound(call, channels(call), besideRooms()) : 0;
  const listed = !one && listPositions(call);
  for (let i = <usize>first(m, 1); i < <usize>end; i++) {
    const to = dX + i * outBytes;
    const from = dZ + i * inBytes;
    if (one) channelwise(window, from, W, true, 0, to, add);
    else if (listed) ofPixels(call, from, to, add);
    else {
      if (!add) memory.fill(to, 0, outBytes);
      ofPositions(call, from, to);
    }
  }
}

/** Bytes of the lists of positions, at most. */
const room: usize = 1 << 19;

/** Where the list of a pixel's column begins: how many positions lie over it, and of each how far dZ and W are from their first. */
// @ts-expect-error: decorator
@inline
function listOf(call: usize, column: i32): usize {
  return scratch() + <usize>(column * (1 + 2 * kW(call))) * 4;
}

/** For each column of pixels the positions that cover it, from the left. False where there is no room for the lists. */
function listPositions(call: usize): bool {
  const pixel = <usize>channels(call) << shift;
  const terms = <u64>kH(call) * <u64>kW(call) * 8;
  if (max(<u64>inW(call) * <u64>(1 + 2 * kW(call)) * 4, terms) > <u64>room) return false;
  for (let column = 0; column < inW(call); column++) {
    const list = listOf(call, column);
    let count = 0;
    for (let j = kW(call) - 1; j >= 0; j--) {
      const at = column - columnAt(call, 0) - j * dilationW(call);
      if (at < 0 || at % strideW(call) !== 0 || at / strideW(call) >= outW(call)) continue;
      store<usize>(list + <usize>(count * 8) + 4, <usize>(at / strideW(call)) * pixel);
      store<usize>(list + <usize>(count * 8) + 8, <usize>j * pixel);
      count++;
    }
    store<i32>(list, count);
  }
  return true;
}

/** Each pixel of an example once, from all positions that cover it, in their order. */
function ofPixels(call: usize, dZ: usize, dX: usize, add: bool): void {
  const W = address(call, besides);
  const pixel = <usize>channels(call) << shift;
  const line = <usize>outW(call) * pixel;
  const kernelRow = <usize>kW(call) * pixel;
  const terms = scratch() + room;
  let to = dX;
  for (let row = 0; row < inH(call); row++) {
    for (let column = 0; column < inW(call); column++) {
      const list = listOf(call, column);
      const listEnd = list + <usize>(load<i32>(list) * 8);
      let end = terms;
      for (let i = kH(call) - 1; i >= 0; i--) {
        const at = row - rowAt(call, 0) - i * dilationH(call);
        if (at < 0 || at % strideH(call) !== 0 || at / strideH(call) >= outH(call)) continue;
        const gradients = dZ + <usize>(at / strideH(call)) * line;
        const kernel = W + <usize>i * kernelRow;
        for (let p = list; p < listEnd; p += 8) {
          store<usize>(end, gradients + load<usize>(p, 4));
          store<usize>(end, kernel + load<usize>(p, 8), 4);
          end += 8;
        }
      }
      let c: usize = 0;
      for (; c + 32 <= pixel; c += 32) {
        let sum = v128.splat<Real>(0);
        let next = sum;
        if (add) {
          sum = v128.load(to + c);
          next = v128.load(to + c, 16);
        }
        for (let term = terms; term < end; term += 8) {
          const gradient = load<usize>(term) + c;
          const weight = load<usize>(term, 4) + c;
          sum = fma(v128.load(weight), v128.load(gradient), sum);
          next = fma(v128.load(weight, 16), v128.load(gradient, 16), next);
        }
        v128.store(to + c, sum);
        v128.store(to + c, next, 16);
      }
      for (; c < pixel; c += 16) {
        let sum = add ? v128.load(to + c) : v128.splat<Real>(0);
        for (let term = terms; term < end; term += 8) {
          sum = fma(v128.load(load<usize>(term, 4) + c), v128.load(load<usize>(term) + c), sum);
        }
        put(sum, to + c, to + pixel);
      }
      to += pixel;
    }
  }
}

/** The same position by position, where the lists of positions would be too long. */
function ofPositions(call: usize, dZ: usize, dX: usize): void {
  const W = address(call, besides);
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const down = <usize>dilationH(call) * line;
  const right = <usize>dilationW(call) * pixel;
  const kernelRow = <usize>kW(call) * pixel;
  let from = dZ;
  for (let y = 0; y < outH(call); y++) {
    const row = rowAt(call, y);
    const top = firstInside(row, dilationH(call));
    const bottom = lastInside(row, dilationH(call), kH(call), inH(call));
    for (let x = 0; x < outW(call); x++) {
      const column = columnAt(call, x);
      const left = firstInside(column, dilationW(call));
      const after = lastInside(column, dilationW(call), kW(call), inW(call));
      const corner =
        dX + <usize>(row + top * dilationH(call)) * line + <usize>(column + left * dilationW(call)) * pixel;
      const kernel = W + <usize>top * kernelRow + <usize>left * pixel;
      for (let c: usize = 0; c < pixel; c += 16) {
        const gradient = v128.load(from + c);
        let start = corner;
        let weights = kernel + c;
        for (let i = top; i < bottom; i++) {
          let at = start;
          let w = weights;
          for (let j = left; j < after; j++) {
            put(fma(v128.load(w), gradient, v128.load(at + c)), at + c, at + pixel);
            at += right;
            w += pixel;
          }
          start += down;
          weights += kernelRow;
        }
      }
      from += pixel;
    }
  }
}
