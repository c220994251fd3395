import { addRun } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
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
  outW,
  rowAt,
} from '../window';

/** X = the sum of what the patches hold for each pixel, or added to what is there. [window, P, X, add] */
export function addPatches(call: usize, m: i32): void {
  const P = address(call, besides);
  const X = address(call, besides + 1);
  const outBytes = <usize>inputSize(call) << shift;
  const inBytes = <usize>(outH(call) * outW(call) * kH(call) * kW(call) * channels(call)) << shift;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const to = X + <usize>i * outBytes;
    if (whole(call, besides + 2) === 0) memory.fill(to, 0, outBytes);
    ofExample(call, P + <usize>i * inBytes, to);
  }
}

function ofExample(call: usize, P: usize, X: usize): void {
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const run = <usize>kW(call) * pixel;
  const dH = dilationH(call);
  const dW = dilationW(call);
  let source = P;
  for (let y = 0; y < outH(call); y++) {
    const row = rowAt(call, y);
    for (let x = 0; x < outW(call); x++) {
      const column = columnAt(call, x);
      const from = firstInside(column, dW);
      const after = lastInside(column, dW, kW(call), inW(call));
      for (let i = 0; i < kH(call); i++) {
        const at = row + i * dH;
        if (at >= 0 && at < inH(call) && after > from) {
          let s = source + <usize>from * pixel;
          let to = X + <usize>at * line + <usize>(column + from * dW) * pixel;
          if (dW === 1) addRun(s, to, to + <usize>(after - from) * pixel, true);
          else {
            for (let j = from; j < after; j++) {
              addRun(s, to, to + pixel, true);
              s += pixel;
              to += <usize>dW * pixel;
            }
          }
        }
        source += run;
      }
    }
  }
}
