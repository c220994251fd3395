import { put } from '../row';
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
  inH,
  inputSize,
  inW,
  kH,
  kW,
  outH,
  outputSize,
  outW,
  rowAt,
} from '../window/window';

/**
 * dW = Σ dZ times what lay under each place, and db = Σ dZ, or added to what is there. Threads take channels, so that each
 * sum is one thread's. [window, dZ, X, dW, db or 0, add]
 */
export function depthwiseGradient(call: usize, m: i32): void {
  const n = channels(call);
  const add = whole(call, besides + 4) !== 0;
  const dW = address(call, besides + 2);
  const end = last(n, lanes);
  for (let i = 0; i < kH(call); i++) {
    for (let j = 0; j < kW(call); j++) {
      const place = dW + (<usize>((i * kW(call) + j) * n) << shift);
      for (let c = first(n, lanes); c < end; c += lanes) {
        const to = place + (<usize>c << shift);
        // sums of examples are added up, which loses less than one sum over all
        let sum = add ? v128.load(to) : v128.splat<Real>(0);
        for (let k = 0; k < m; k++) sum = v128.add<Real>(sum, ofExample(call, k, i, j, <usize>c << shift));
        put(sum, to, place + (<usize>end << shift));
      }
    }
  }
  const db = address(call, besides + 3);
  if (db !== 0) sumColumns(address(call, besides), n, m * outH(call) * outW(call), db, add);
}

/** The sum over the positions of example k for the place (i, j), of the channels from byte `c` on. */
function ofExample(call: usize, k: i32, i: i32, j: i32, c: usize): v128 {
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const dZ = address(call, besides) + (<usize>k * <usize>outputSize(call) << shift) + c;
  const X = address(call, besides + 1) + (<usize>k * <usize>inputSize(call) << shift) + c;
  let sum = v128.splat<Real>(0);
  for (let y = 0; y < outH(call); y++) {
    const row = rowAt(call, y) + i * dilationH(call);
    if (row < 0 || row >= inH(call)) continue;
    const from = X + <usize>row * line;
    const gradients = dZ + <usize>(y * outW(call)) * pixel;
    for (let x = 0; x < outW(call); x++) {
      const column = columnAt(call, x) + j * dilationW(call);
      if (column < 0 || column >= inW(call)) continue;
      sum = fma(v128.load(gradients + <usize>x * pixel), v128.load(from + <usize>column * pixel), sum);
    }
  }
  return sum;
}
