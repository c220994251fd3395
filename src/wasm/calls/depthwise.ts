import { put } from '../row';
import { first, last } from '../share';
import { address } from '../slots';
import { fma } from '../variants/fma';
import { Real, shift } from '../variants/real';
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

/** Z = each channel convolved with its kernel, plus b. [window, W, b or 0, X, Z] */
export function depthwise(call: usize, m: i32): void {
  const X = address(call, besides + 2);
  const Z = address(call, besides + 3);
  const inBytes = <usize>inputSize(call) << shift;
  const outBytes = <usize>outputSize(call) << shift;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) ofExample(call, X + <usize>i * inBytes, Z + <usize>i * outBytes);
}

function ofExample(call: usize, X: usize, Z: usize): void {
  const W = address(call, besides);
  const b = address(call, besides + 1);
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const down = <usize>dilationH(call) * line;
  const right = <usize>dilationW(call) * pixel;
  const kernelRow = <usize>kW(call) * pixel;
  let to = Z;
  for (let y = 0; y < outH(call); y++) {
    const row = rowAt(call, y);
    const top = firstInside(row, dilationH(call));
    const bottom = lastInside(row, dilationH(call), kH(call), inH(call));
    for (let x = 0; x < outW(call); x++) {
      const column = columnAt(call, x);
      const left = firstInside(column, dilationW(call));
      const after = lastInside(column, dilationW(call), kW(call), inW(call));
      const corner =
        X + <usize>(row + top * dilationH(call)) * line + <usize>(column + left * dilationW(call)) * pixel;
      const kernel = W + <usize>top * kernelRow + <usize>left * pixel;
      for (let c: usize = 0; c < pixel; c += 16) {
        let sum = b === 0 ? v128.splat<Real>(0) : v128.load(b + c);
        let start = corner + c;
        let weights = kernel + c;
        for (let i = top; i < bottom; i++) {
          let at = start;
          let w = weights;
          for (let j = left; j < after; j++) {
            sum = fma(v128.load(w), v128.load(at), sum);
            at += right;
            w += pixel;
          }
          start += down;
          weights += kernelRow;
        }
        put(sum, to + c, to + pixel);
      }
      to += pixel;
    }
  }
}
