import { put } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { fma } from '../variants/fma';
import { shift } from '../variants/real';
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
} from '../window/window';

/** dX = dZ times the kernels at the pixels under them, or added to what is there. [window, W, dZ, dX, add] */
export function depthwiseInputGradient(call: usize, m: i32): void {
  const dZ = address(call, besides + 1);
  const dX = address(call, besides + 2);
  const outBytes = <usize>inputSize(call) << shift;
  const inBytes = <usize>outputSize(call) << shift;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const to = dX + <usize>i * outBytes;
    if (whole(call, besides + 3) === 0) memory.fill(to, 0, outBytes);
    ofExample(call, dZ + <usize>i * inBytes, to);
  }
}

function ofExample(call: usize, dZ: usize, dX: usize): void {
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
