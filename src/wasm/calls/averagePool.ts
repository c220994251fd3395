import { put } from '../row';
import { first, last } from '../share';
import { address } from '../slots';
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

/** A = the mean of what lies under the kernel, the padding left out. [window, X, A] */
export function averagePool(call: usize, m: i32): void {
  const X = address(call, besides);
  const A = address(call, besides + 1);
  const inBytes = <usize>inputSize(call) << shift;
  const outBytes = <usize>outputSize(call) << shift;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) ofExample(call, X + <usize>i * inBytes, A + <usize>i * outBytes);
}

function ofExample(call: usize, X: usize, A: usize): void {
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const down = <usize>dilationH(call) * line;
  const right = <usize>dilationW(call) * pixel;
  let to = A;
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
      const count = v128.splat<Real>(<Real>((bottom - top) * (after - left)));
      for (let c: usize = 0; c < pixel; c += 16) {
        let sum = v128.splat<Real>(0);
        let start = corner + c;
        for (let i = top; i < bottom; i++) {
          let at = start;
          for (let j = left; j < after; j++) {
            sum = v128.add<Real>(sum, v128.load(at));
            at += right;
          }
          start += down;
        }
        put(v128.div<Real>(sum, count), to + c, to + pixel);
      }
      to += pixel;
    }
  }
}
