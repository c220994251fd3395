import { clearRun, copyRun } from '../row';
import { first, last } from '../share';
import { address } from '../slots';
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

/** P = what lies under the kernel at each position, 0 on the padding. [window, X, P] */
export function patches(call: usize, m: i32): void {
  const X = address(call, besides);
  const P = address(call, besides + 1);
  const inBytes = <usize>inputSize(call) << shift;
  const outBytes = <usize>(outH(call) * outW(call) * kH(call) * kW(call) * channels(call)) << shift;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) ofExample(call, X + <usize>i * inBytes, P + <usize>i * outBytes);
}

function ofExample(call: usize, X: usize, P: usize): void {
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const run = <usize>kW(call) * pixel;
  const dH = dilationH(call);
  const dW = dilationW(call);
  let to = P;
  for (let y = 0; y < outH(call); y++) {
    const row = rowAt(call, y);
    for (let x = 0; x < outW(call); x++) {
      const column = columnAt(call, x);
      const from = firstInside(column, dW);
      const after = max(from, lastInside(column, dW, kW(call), inW(call)));
      for (let i = 0; i < kH(call); i++) {
        const at = row + i * dH;
        const next = to + run;
        if (at < 0 || at >= inH(call)) clearRun(to, next);
        else {
          const start = to + <usize>from * pixel;
          const stop = to + <usize>after * pixel;
          clearRun(to, start);
          const source = X + <usize>at * line + <usize>(column + from * dW) * pixel;
          if (dW === 1) copyRun(source, start, stop);
          else {
            let s = source;
            for (let t = start; t < stop; t += pixel) {
              copyRun(s, t, t + pixel);
              s += <usize>dW * pixel;
            }
          }
          clearRun(stop, next);
        }
        to = next;
      }
    }
  }
}
