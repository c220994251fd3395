import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';
import {
  besides,
  channels,
  columnAt,
  dilationH,
  dilationW,
  inputSize,
  inW,
  kW,
  outH,
  outputSize,
  outW,
  rowAt,
} from '../window/window';

/**
 * dX = dA at the pixels that were the largest, or added to what is there.
 * [window, dA, places, dX, add, numbers of an example's places, bytes of a place]
 */
export function maxPoolGradient(call: usize, m: i32): void {
  const dA = address(call, besides);
  const places = address(call, besides + 1);
  const dX = address(call, besides + 2);
  const outBytes = <usize>inputSize(call) << shift;
  const inBytes = <usize>outputSize(call) << shift;
  const placeBytes = <usize>whole(call, besides + 4) << shift;
  const end = last(m, 1);
  for (let i = <usize>first(m, 1); i < <usize>end; i++) {
    const to = dX + i * outBytes;
    if (whole(call, besides + 3) === 0) memory.fill(to, 0, outBytes);
    ofExample(call, dA + i * inBytes, places + i * placeBytes, to);
  }
}

function ofExample(call: usize, dA: usize, places: usize, dX: usize): void {
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const size = <usize>whole(call, besides + 5);
  const width = kW(call);
  const dH = dilationH(call);
  const dW = dilationW(call);
  let from = dA;
  let chosen = places;
  for (let y = 0; y < outH(call); y++) {
    const row = rowAt(call, y);
    for (let x = 0; x < outW(call); x++) {
      const column = columnAt(call, x);
      for (let c: usize = 0; c < pixel; c += 1 << shift) {
        const place = size === 1 ? <i32>load<u8>(chosen) : load<i32>(chosen);
        const i = place / width;
        const to = dX + <usize>(row + i * dH) * line + <usize>(column + (place - i * width) * dW) * pixel + c;
        store<Real>(to, load<Real>(to) + load<Real>(from));
        chosen += size;
        from += 1 << shift;
      }
    }
  }
}
