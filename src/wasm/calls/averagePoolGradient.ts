import { addVector } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
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

/** dX = dA divided among the pixels it is the mean of, or added to what is there. [window, dA, dX, add] */
export function averagePoolGradient(call: usize, m: i32): void {
  const dA = address(call, besides);
  const dX = address(call, besides + 1);
  const outBytes = <usize>inputSize(call) << shift;
  const inBytes = <usize>outputSize(call) << shift;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const to = dX + <usize>i * outBytes;
    if (whole(call, besides + 2) === 0) memory.fill(to, 0, outBytes);
    ofExample(call, dA + <usize>i * inBytes, to);
  }
}

function ofExample(call: usize, dA: usize, dX: usize): void {
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const down = <usize>dilationH(call) * line;
  const right = <usize>dilationW(call) * pixel;
  let from = dA;
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
      const count = v128.splat<Real>(<Real>((bottom - top) * (after - left)));
      for (let c: usize = 0; c < pixel; c += 16) {
        const share = v128.div<Real>(v128.load(from + c), count);
        let start = corner;
        for (let i = top; i < bottom; i++) {
          let at = start;
          for (let j = left; j < after; j++) {
            addVector(share, at + c, at + pixel);
            at += right;
          }
          start += down;
        }
      }
      from += pixel;
    }
  }
}
